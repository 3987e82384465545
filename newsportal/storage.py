from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names also for the modules that a script imports."""

    support_js_module_import_aggregation = True
