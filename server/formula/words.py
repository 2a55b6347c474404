"""What is said to people about a formula they typed: one sentence each, without the full stop where it may be quoted."""

from glassbox.words.sentence import say

# the text
EMPTY = say("there is no formula yet; type one, such as x2 > sin(x1) or x1*x2")
TOO_LONG = say("this formula has {count:,} signs, but at most {most} are taken; write it shorter")
TOO_DEEP = say("{at}: the formula is nested more than {most} deep here; write it with fewer parentheses")
AT = say("sign {place}, “{text}”")
AT_THE_END = say("after sign {place}, the end")

# its grammar
UNKNOWN_SIGN = say("{at}: this sign means nothing in a formula; leave it out")
UNKNOWN_NAME = say("{at}: this name is not known; there are x1, x2, pi, e and the functions {functions}")
NOTHING_BETWEEN = say("{at}: a sign such as * or + is missing before it; write 2*x1, not 2 x1")
DECIMAL_COMMA = say(
    "{at}: a comma only parts what max, min and mod take; write a decimal number with a point, as in 0.5"
)
UNOPENED = say("{at}: no parenthesis was opened before it; leave it out")
UNCLOSED = say("{at}: a closing parenthesis is missing here")
EXPECTED_VALUE = say("{at}: a number, x1, x2, a function or an opening parenthesis is expected here")
NO_ARGUMENTS = say("{at}: a function needs parentheses behind it, as in {name}(x1)")
NOT_A_FUNCTION = say("{at}: this is no function, so no parenthesis can follow it; write {name}*( … )")
HOW_MANY = say("{at}: {name} takes {takes}, but {count} came")
ONE, TWO = say("one value"), say("two values with a comma between them")
NEEDS_NUMBERS = say(
    "{at}: this takes numbers, but a comparison stands beside it; put the comparison last, or join it by and"
)
NEEDS_TRUTHS = say("{at}: this joins comparisons, such as x1 > 0 and x2 > 0, but a number stands beside it")
NUMBER_TOO_LARGE = say("{at}: this number is too large; write a smaller one")

# its values
MOSTLY_NOTHING = say(
    "the formula has no value on {share} of the plane (such as the log of a negative number, or a division by 0), "
    "but at most half may be left out"
)
CONSTANT = say("the formula is {value:.6g} all over the plane, so there is nothing to learn; let x1 or x2 decide")
ONE_CLASS = say("the formula is {truth} all over the plane, so there is only one class; let x1 or x2 decide")
RARE_CLASS = say(
    "the formula is {truth} on {share} of the plane, which leaves hardly a point for the other class; "
    "let each class have a hundredth of the plane or more"
)
TRUE, FALSE = say("true"), say("false")
LEFT_OUT = say(
    "The formula has no value on {share} of the plane (such as the log of a negative number, or a division by 0): "
    "no points are there."
)

# how each begins a sentence of its own
ENDED = say("{why}.")
BEGINS = {
    AT.text: say("Sign {place}, “{text}”"),
    AT_THE_END.text: say("After sign {place}, the end"),
    EMPTY.text: say("There is no formula yet; type one, such as x2 > sin(x1) or x1*x2"),
    TOO_LONG.text: say("This formula has {count:,} signs, but at most {most} are taken; write it shorter"),
    MOSTLY_NOTHING.text: say(
        "The formula has no value on {share} of the plane (such as the log of a negative number, or a division by 0), "
        "but at most half may be left out"
    ),
    CONSTANT.text: say(
        "The formula is {value:.6g} all over the plane, so there is nothing to learn; let x1 or x2 decide"
    ),
    ONE_CLASS.text: say("The formula is {truth} all over the plane, so there is only one class; let x1 or x2 decide"),
    RARE_CLASS.text: say(
        "The formula is {truth} on {share} of the plane, which leaves hardly a point for the other class; let each "
        "class have a hundredth of the plane or more"
    ),
}
