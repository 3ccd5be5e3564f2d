"""Routes of the appraisal."""

from django.urls import path

from tera.evaluasi.views import (
    keberatan,
    keluar,
    penyampaian,
    putaran,
    rincian,
    suara,
    swakaji,
    unit,
)

TIM = "tim/<int:periode_pk>/"
PERIODE_UNIT = "<int:periode_pk>/<int:unit_pk>/"

app_name = "evaluasi"
urlpatterns = [
    path("", rincian.daftar, name="daftar"),
    path(TIM, putaran.tim, name="tim"),
    path(f"{TIM}sesuai/", putaran.sesuai_banyak, name="sesuai_banyak"),
    path(f"{TIM}tetapkan/", putaran.tetapkan_banyak, name="tetapkan_banyak"),
    path(f"{TIM}sampaikan/", putaran.sampaikan_banyak, name="sampaikan_banyak"),
    path("buka/<int:skp_pk>/<int:periode_pk>/", rincian.buka, name="buka"),
    path("capaian/<int:periode_pk>/", unit.capaian, name="capaian"),
    path(f"capaian/{PERIODE_UNIT}", unit.capaian_unit, name="capaian_unit"),
    path(f"capaian/{PERIODE_UNIT}berkas/", unit.capaian_berkas, name="capaian_berkas"),
    path("distribusi/<int:periode_pk>/", unit.distribusi_daftar, name="distribusi_daftar"),
    path(f"distribusi/{PERIODE_UNIT}", unit.distribusi, name="distribusi"),
    path("pantau/<int:periode_pk>/", unit.pantau, name="pantau"),
    path(f"pantau/{PERIODE_UNIT}", unit.pantau, name="pantau_unit"),
    path("keluar/<int:pk>/", keluar.keluar, name="keluar"),
    path("keberatan/", keberatan.daftar, name="keberatan_daftar"),
    path("<int:pk>/keberatan/", keberatan.keberatan, name="keberatan"),
    path("<int:pk>/keberatan/kertas/", keberatan.kertas, name="keberatan_kertas"),
    path("<int:pk>/keberatan/surat/", keberatan.surat, name="keberatan_surat"),
    path("<int:pk>/keberatan/klarifikasi/", keberatan.klarifikasi, name="keberatan_klarifikasi"),
    path("<int:pk>/keberatan/keterangan/", keberatan.keterangan, name="keberatan_keterangan"),
    path("<int:pk>/keberatan/bukti/", keberatan.bukti, name="keberatan_bukti"),
    path(
        "<int:pk>/keberatan/bukti/<int:bukti_pk>/berkas/", keberatan.unduh, name="keberatan_unduh"
    ),
    path("<int:pk>/keberatan/putuskan/", keberatan.putuskan, name="keberatan_putuskan"),
    path("<int:pk>/", rincian.rincian, name="rincian"),
    path("<int:pk>/nilai/", rincian.nilai, name="nilai"),
    path("<int:pk>/sesuai/", rincian.sesuai, name="sesuai"),
    path("<int:pk>/setujui/", rincian.setujui, name="setujui"),
    path("<int:pk>/tetapkan/", rincian.tetapkan, name="tetapkan"),
    path("<int:pk>/swakaji/", swakaji.swakaji, name="swakaji"),
    path("<int:pk>/tanda/", swakaji.tanda_buta, name="tanda_buta"),
    path("<int:pk>/suara/", suara.suara, name="suara"),
    path("<int:pk>/sampaikan/", penyampaian.sampaikan, name="sampaikan"),
    path("<int:pk>/kertas/", penyampaian.kertas, name="kertas"),
    path("<int:pk>/berkas/", penyampaian.berkas, name="berkas"),
    path("<int:pk>/minta-buka/", penyampaian.minta_buka, name="minta_buka"),
    path("<int:pk>/setujui-buka/", penyampaian.setujui_buka, name="setujui_buka"),
    path("<int:pk>/buka-kembali/", penyampaian.buka_kembali, name="buka_kembali"),
    path("<int:pk>/terima/", rincian.terima, name="terima"),
]
