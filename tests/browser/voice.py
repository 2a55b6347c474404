"""What a screen reader would say: the browser's own accessibility tree, put into words in the order it is read."""

SILENT = {"InlineTextBox", "none", "generic", "LabelText", "sectionheader", "paragraph", "Canvas", "strong"}
NAMED_BY_TEXT = {"button", "link", "heading", "tab", "option", "checkbox", "radio", "term", "combobox", "LabelText"}
STATES = ("checked", "pressed", "selected", "expanded")
AMONG = {"option", "MenuListPopup"}  # said only of the one that is chosen, as the value of its menu


class Voice:
    """Reads one tab."""

    def __init__(self, playground):
        self._playground, self._page = playground, playground.page
        self._devtools = self._page.context.new_cdp_session(self._page)

    def all(self):
        """Every line of the page, from top to bottom."""
        nodes = self._devtools.send("Accessibility.getFullAXTree")["nodes"]
        return list(self._below(nodes[0], {node["nodeId"]: node for node in nodes}))

    def _below(self, node, nodes, is_text_told=False):
        role = _value(node, "role")
        if not node["ignored"] and role not in SILENT | AMONG and not (role == "StaticText" and is_text_told):
            yield self._line(node)
        for child in node.get("childIds", []):
            if child in nodes:
                yield from self._below(nodes[child], nodes, role in NAMED_BY_TEXT)

    def focusable(self):
        """What one can reach by keys: role, name."""
        nodes = self._devtools.send("Accessibility.getFullAXTree")["nodes"]
        return [
            (_value(node, "role"), _value(node, "name").strip())
            for node in nodes
            if _property(node, "focusable") and _value(node, "role") != "RootWebArea" and not node["ignored"]
        ]

    def focused(self):
        """The line of what has the focus."""
        element = self._devtools.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]
        tree = self._devtools.send(
            "Accessibility.getPartialAXTree", {"objectId": element["objectId"], "fetchRelatives": False}
        )
        return self._line(tree["nodes"][0])

    def says(self, line):
        """Wait until what has the focus is told so."""
        self._playground.settles(self.focused, line)

    def until(self, beginning, key="Tab", most=80):
        """Press a key until what has the focus begins so; the whole line."""
        for _ in range(most):
            line = self.focused()
            if line.startswith(beginning):
                return line
            self._page.keyboard.press(key)
        raise AssertionError(f"{most} presses of {key} do not lead to {beginning!r}")

    def _line(self, node):
        role = _value(node, "role")
        said = ["" if role == "StaticText" else role, _value(node, "name").strip(), self._spoken_value(node)]
        said += [f"{state}: {_property(node, state)}" for state in STATES if _property(node, state) not in (None, "")]
        return ", ".join(text for text in said if text)

    def _spoken_value(self, node):
        """A slider's words for its value come first, as screen readers have it."""
        if _value(node, "role") != "slider":
            return str(_value(node, "value"))
        told = self._devtools.send("DOM.describeNode", {"backendNodeId": node["backendDOMNodeId"]})["node"]
        attributes = dict(zip(told["attributes"][::2], told["attributes"][1::2], strict=True))
        return attributes.get("aria-valuetext", str(_value(node, "value")))


def _value(node, key):
    return (node.get(key) or {}).get("value", "")


def _property(node, name):
    return next((each["value"].get("value") for each in node.get("properties", []) if each["name"] == name), None)
