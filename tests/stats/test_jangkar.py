"""Against other people's programs on public rater data (skipped where the data is absent).

The data belongs to GPL packages and is never copied here: variable ``RATER_ANCHORS``, default
``../shared/rater_anchors`` beside the repository.
"""

import sys
from pathlib import Path

import numpy as np
import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bench.objektivitas_alat import jangkar

from tera.stats.facets import estimate

pytestmark = pytest.mark.skipif(
    not jangkar.folder().is_dir(), reason="data jangkar rater_anchors tidak ada"
)


@pytest.mark.parametrize("name", ["ptam4", "ratings1"])
def test_severities_and_abilities_equal_tam(name: str) -> None:
    found = jangkar.facets(name)
    assert found["severity_gap"] < 0.001
    assert found["eap_gap"] < 0.001
    assert found["deviance_gap"] < 0.05


def test_the_linear_model_equals_lme4_on_insteval() -> None:
    found = jangkar.insteval()
    assert max(found[key] for key in ("d_gap", "s_gap", "residual_gap", "mean_gap")) < 0.01
    assert found["r"] > 0.9999


def test_the_ordinal_reference_equals_clmm() -> None:
    found = jangkar.wine()
    assert max(found[key] for key in ("temp_gap", "contact_gap", "variance_gap")) < 0.001


def test_the_engine_orders_people_and_raters_as_tam_does() -> None:
    """Another model (probit, halo), the two top categories as one: the same order."""
    people, person, raters, rater, items = jangkar.ratings("immer07")
    order = np.argsort(person, kind="stable")
    found = estimate(
        rater[order], person[order], np.full(person.size, 4), np.minimum(items[order], 2),
        n_ratee=len(people), n_rater=len(raters), fast=False,
    )  # fmt: skip
    assert np.argsort(found.severity).tolist() == [raters.index(x) for x in ("R3", "R2", "R1")]
    tam = jangkar.table("tam_immer07_person")
    eap = dict(zip(tam["pid"], map(float, tam["EAP"]), strict=True))
    assert np.corrcoef(found.person_value, [eap[name] for name in people])[0, 1] > 0.97
