"""Routes of the room."""

from tera.organisasi import urls_impor, urls_orang

app_name = "organisasi"
urlpatterns = [*urls_impor.urlpatterns, *urls_orang.urlpatterns]
