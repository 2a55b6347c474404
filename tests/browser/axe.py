"""What axe holds against a page, in a line for each fault."""

from axe_playwright_python.sync_playwright import Axe

SCRIPT = Axe().axe_script
EVERYTHING = {"rules": {"target-size": {"enabled": True}}}  # axe leaves this one off by itself
COLOURS = {"runOnly": ["color-contrast"]}  # what another theme can change
RUN = """async ([part, options]) => {
  const { violations } = await axe.run(part ?? document, { ...options, resultTypes: ["violations"] });
  const lineOf = ({ id, impact }, { html }) => `${id} (${impact}): ${html.slice(0, 140)}`;
  return violations.flatMap((rule) => rule.nodes.map((node) => lineOf(rule, node)));
}"""


def violations(page, options=EVERYTHING, part=None):
    """Of the whole page, or of a part of it."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(SCRIPT)
    return page.evaluate(RUN, [part, options])


def in_both_themes(page, part=None):
    """The same in the light theme, and what is wrong with the colours of the dark one."""
    page.emulate_media(
        color_scheme="light", reduced_motion="reduce"
    )  # a colour on its way to another is none of either
    light = violations(page, part=part)
    page.emulate_media(color_scheme="dark")
    return light + violations(page, COLOURS, part)
