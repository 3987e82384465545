import re
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from whitenoise.storage import CompressedManifestStaticFilesStorage

IMPORT = re.compile(r'@import "([\w-]+\.css)";\n')
# A style sheet that is nothing but a list of sheets beside it.
LIST = re.compile(rf"(?:/\*[^*]*\*/\s*)?(?:{IMPORT.pattern})+")


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Hashed names also for the modules that a script imports; a list of style sheets as the one file that they make.

    Where nothing is collected, the browser follows the list itself.
    """

    support_js_module_import_aggregation = True

    def post_process(self, paths, dry_run=False, **options):
        for name in [] if dry_run else paths:
            if name.endswith(".css") and LIST.fullmatch(sheet := read(paths, name)):
                folder = PurePosixPath(name).parent
                joined = "".join(read(paths, str(folder / beside)) for beside in IMPORT.findall(sheet))
                self.delete(name)
                self.save(name, ContentFile(without_comments(joined).encode()))
                paths[name] = self, name
        yield from super().post_process(paths, dry_run=dry_run, **options)


def read(paths, name: str) -> str:
    storage, path = paths[name]
    with storage.open(path) as file:
        return file.read().decode()


def without_comments(sheet: str) -> str:
    """A style sheet of ours (no comment mark stands in any of its strings) without comments and indentation."""
    return re.sub(r"\n\s+", "\n", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL))
