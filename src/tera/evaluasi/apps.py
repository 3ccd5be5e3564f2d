"""Django app of the appraisal."""

from django.apps import AppConfig


class EvaluasiConfig(AppConfig):
    """Evaluasi: capaian organisasi, ratings, predikat, finality."""

    name = "tera.evaluasi"
    label = "evaluasi"
    verbose_name = "Evaluasi kinerja"
