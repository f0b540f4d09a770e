"""A package that is absent is named, with how to install it."""

import pytest

from dateline.exchange import extras
from dateline.exchange.problems import BadInput, CannotWrite


def test_a_package_that_is_absent_is_named_with_how_to_install_it():
    line = r"Nothing is not installed.*bootstrap\.py formats.*dateline\[none\]"
    with pytest.raises(BadInput, match=line):
        extras.for_reading("dateline_no_such_module", "Nothing", "none")
    with pytest.raises(CannotWrite, match=line):
        extras.for_writing("dateline_no_such_module", "Nothing", "none")
    assert extras.for_reading("json", "json", "none").loads("1") == 1
