"""What a browser would send back for a form of the desk."""

from html.parser import HTMLParser


class Fields(HTMLParser):
    """The successful controls of a page's forms, as name → values."""

    def __init__(self):
        super().__init__()
        self.values, self.select, self.textarea = {}, None, None

    def put(self, name, value):
        if name:
            self.values.setdefault(name, []).append(value or "")

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "input":
            kind = attrs.get("type", "text")
            if kind in ("checkbox", "radio"):
                if "checked" in attrs:
                    self.put(attrs.get("name"), attrs.get("value", "on"))
            elif kind not in ("submit", "button", "image", "reset", "file"):
                self.put(attrs.get("name"), attrs.get("value"))
        elif tag == "select":
            self.select = attrs.get("name")
        elif tag == "option" and self.select and "selected" in attrs:
            self.put(self.select, attrs.get("value"))
        elif tag == "textarea":
            self.textarea = attrs.get("name")
            self.put(self.textarea, "")

    def handle_endtag(self, tag):
        if tag == "select":
            self.select = None
        elif tag == "textarea":
            self.textarea = None

    def handle_data(self, data):
        if self.textarea:
            # HTML drops the line feed right after the opening tag.
            already = self.values[self.textarea][-1]
            self.values[self.textarea][-1] = already + (
                data if already else data.removeprefix("\r\n").removeprefix("\n")
            )


def fields(response) -> dict:
    """The fields of a form as it was delivered, ready to be changed and sent."""
    parser = Fields()
    parser.feed(response.content.decode())
    return {name: values for name, values in parser.values.items() if "__prefix__" not in name}
