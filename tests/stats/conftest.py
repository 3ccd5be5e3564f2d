"""One estimate that many tests read."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from stats.organisasi_acak import Organisation, make
from tera.stats import facets
from tera.stats.facets import FacetEstimate


@pytest.fixture(scope="session")
def organisation() -> Organisation:
    return make(24, 9, seed=3, own=True, missing=0.05)


@pytest.fixture(scope="session")
def estimate(organisation: Organisation) -> FacetEstimate:
    return facets.estimate(
        *organisation.arrays(), **organisation.sizes(), unit=organisation.unit, fast=False
    )
