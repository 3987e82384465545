// The story editor asks Django's catalogue for its words, which does not know them: they come with this script's tag.
// No module: it runs before the editor is read.

Object.assign(window.django.catalog, JSON.parse(document.currentScript.dataset.editorLabels));
