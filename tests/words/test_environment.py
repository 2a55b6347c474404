"""The language of the environment: the variables that gettext reads, in its order."""

import pytest

from glassbox.words.environment import language_of_environment


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh-Hans"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_SG@pinyin"}, "zh-Hans"),
        ({"LANGUAGE": "xx:zh_CN:en", "LC_ALL": "en_US.UTF-8"}, "zh-Hans"),
        ({"LANGUAGE": "", "LANG": "zh_CN"}, "zh-Hans"),
        ({"LANGUAGE": "xx"}, "en"),
        ({"LANGUAGE": "en-XA"}, "en-XA"),
    ],
)
def test_the_first_variable_that_is_set_counts(environment, tag):
    assert language_of_environment(environment).tag == tag


def test_a_terminal_that_cannot_write_it_gets_english():
    chinese = {"LANG": "zh_CN"}
    assert language_of_environment(chinese, "gb18030").tag == "zh-Hans"
    assert [language_of_environment(chinese, each).tag for each in ("ascii", "cp1252", "unheard-of")] == ["en"] * 3
