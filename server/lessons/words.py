"""The sentences of the lessons: what a file may say, why one cannot be used, and what an answer is told."""

from glassbox.words.sentence import say

# ---- faults of a file; a line's number stands before each

ENDED = say("{fault}.")  # of those that have no full stop yet
FAULT = say("{file}, line {line}: {text}")
NOT_READ = say("expected a text file in UTF-8 that can be read; mend or remove it.")
TOO_LARGE = say("expected at most {most} kB, but the file has {size} kB; make two lessons of it.")
TOO_DEEP = say("expected text and blocks that are not nested so deep; take some of it apart.")
TOO_MANY = say("expected at most {most} files in the folder; the further ones are left out.")
OUTSIDE = say(
    "expected a file that lies in the folder itself; this one leads out of it. Copy the file into the folder."
)
NO_FENCE = say("expected a first line of +++, with the lesson's title and idea in TOML up to the next line of +++.")
NO_TOML = say("expected TOML: {reason}.")
NO_FILE_NAME = say(
    "expected a file called by the lesson's name, such as 03_two-layers.md: 5 to 31 small letters, digits and dashes, "
    "beginning with a letter and not ending in a dash with a number; found “{name}”."
)
RESERVED = say("“{name}” is the address of something else here; call the file by another name.")
DUPLICATE = say("expected a name of its own, but {other} is a lesson called “{name}”, too; rename one of the files.")
NO_STEPS = say("expected at least one step, which begins with a line such as “## One weight”.")
MOST_STEPS = say("expected at most {most} steps; make two lessons of it.")
BEFORE_STEP = say("expected the first step, which begins with “## ”; text and blocks stand inside of steps.")
NO_STEP_TITLE = say("expected a title behind “## ”.")
NO_KIND = say("expected one of {kinds} behind the fence, but found “{kind}”.")
NOT_CLOSED = say("expected a line of ``` that closes this block.")
NO_LINK = say(
    "expected a link to a place of the page such as #neuron, to an address of the page such as labbook, or to http(s), "
    "but found “{link}”"
)
NO_PICTURE = say("pictures are not shown in a lesson; leave it out, or link to it")
ONE_SET = say("expected one set-up in a step; put all of it into the first.")
NO_FORM = say("expected form = “choice”, “number” or “curve”, but found {found}.")
NO_UNTIL = say("expected “epoch 100” or “experiment width/numbers”, but found {found}")
NO_EXPERIMENT = say("there is no ready question “{name}”; expected one of: {names}")
NO_VARIANT = say("there is no variant “{name}” of this question; expected one of: {names}")
NO_SETTING = say("there is no setting and no view called “{name}”; expected a name as the address of the page has it.")
NO_WEIGHT_PLACE = say("expected [layer, unit, source or “bias”, value] of a weight of this network, but found {found}.")
TWO_DATA = say("expected either dataset or own, not both.")
NO_SAY = say("expected say = “…”, which is told to whoever chose this where it was wrong")
NO_RIGHT = say("expected right = “…”, which is told to whoever chose this where it was right")
FEW_CHOICES = say("expected at least two choices")
NO_TRUTH = say("expected a choice that can be right; each one's when is “never”")
NO_HOLE = say("there is no fact “{name}” to fill in; expected one of the names that conditions may use")
NOT_MEASURED = say("“{name}” is not known of the experiment “{experiment}”, which measures {measures}")
HOLE_OF_EXPERIMENT = say("“{name}” is of an experiment; say which one by {how}")
BY_UNTIL, BY_EXPERIMENT = "until = “experiment width/numbers”", "experiment = “width/numbers”"
NO_MEASURE = say("expected one of {names}, but found “{name}”")
NO_EPOCHS = say("expected until = “epoch 100”, or as many epochs as you like: a curve needs an end")
NO_SUCH_NEED = say("there is no lesson called “{name}”; expected one that there is.")
LONG_TEXT = say("a text of the step “{title}” has {count} words; shorten it to {most}.")
USAGE = say("Say which files to check: python -m glassbox.lessons 01_one-lesson.md …")
SOUND = say("{file}: a lesson called “{name}”, with {steps} steps.")

# ---- faults of a condition

CONDITION_LENGTH = say("expected a condition of 1 to {most} signs, such as “test_accuracy >= 0.95”")
NO_TERM = say("expected a condition such as “test_accuracy >= 0.95 and parameters <= 10”, but found “{text}”")
NO_SUCH_FACT = say("there is no fact “{name}”; expected one of the names on the page “How to write a lesson”")
WORD_COMPARED = say("“{name}” is a word, so it is something or is not; expected “is” or “is not”, but found “{test}”")
NO_WORD = say("“{name}” is a word; expected one after “is”, but found “{text}”")
NO_OPTION = say("“{name}” is one of {options}; found “{text}”")
NO_NUMBER = say("“{name}” is a number; expected one, or the name of another, but found “{text}”")

# ---- what an answer is told

NO_SUCH_LESSON = say("There is no lesson of this name; the place Lessons has those that there are.")
NO_SUCH_STEP = say("The lesson has no such step; go to one of its {count}.")
NO_SUCH_PART = say("This step has no such question; load the page anew, as the lesson's file may have changed.")
NO_CHOICE = say("Expected the number of one of {count} answers, from 0.")
NO_GUESS = say("Expected one number.")
NO_CURVE = say("Expected a curve of {least} to {most} numbers.")
WAITING = say("The training has not come so far yet.")
BEYOND = say("By then your network was at epoch {epoch:,}, and not at {until:,}; “Guess again” begins anew.")
CHANGED_SINCE = say("It was read from your network, in which you had changed: {settings}.")
REACHED_AT = say("That was at epoch {epoch:,}.")
NO_LANE = say("This compares two networks, and there is only one; set the step up again.")
EXPERIMENT_WAITING = say("The experiment has not ended yet.")
MISSING = say("This looks at {meaning}, which this network and these data do not have.")
UNDECIDED = say("On your run none of these answers is quite so.")
REACHED = say("That is it.")
OTHER_DATA = say("That would be it, but on other data than this step’s: set the step up again.")
NEAR = say("You guessed {guess}, and it is {truth}: near enough.")
FAR = say("You guessed {guess}, and it is {truth}.")
NO_CURVE_CAME = say("There is no such curve on your run.")
NO_HINT = say("There is no hint for just this.")

# ---- the curve that was drawn, and the one that came: by what the guess does, and what the truth does

TREND = {
    ("falls", "falls"): say("You drew a fall, and it falls."),
    ("falls", "rises"): say("You drew a fall, but from the beginning to the end it rises."),
    ("falls", "level"): say("You drew a fall, but it ends about where it began."),
    ("rises", "falls"): say("You drew a rise, but from the beginning to the end it falls."),
    ("rises", "rises"): say("You drew a rise, and it rises."),
    ("rises", "level"): say("You drew a rise, but it ends about where it began."),
    ("level", "falls"): say("You drew it ending about where it began, but it falls."),
    ("level", "rises"): say("You drew it ending about where it began, but it rises."),
    ("level", "level"): say("You drew it ending about where it began, and so it does."),
}
END = {
    (True, True): say("It rises again at the end, as you drew it."),
    (True, False): say("You drew a rise at the end, but it does not turn up again."),
    (False, True): say("At the end it rises again, which you did not draw."),
    (False, False): say("It does not turn up again at the end, as you drew it."),
}
LOWEST = {
    ("early", "early"): say("Its lowest point comes early, as you drew it."),
    ("early", "middle"): say("You drew the lowest point early, but it comes in the middle."),
    ("early", "late"): say("You drew the lowest point early, but it comes late."),
    ("middle", "early"): say("You drew the lowest point in the middle, but it comes early."),
    ("middle", "middle"): say("Its lowest point comes in the middle, as you drew it."),
    ("middle", "late"): say("You drew the lowest point in the middle, but it comes late."),
    ("late", "early"): say("You drew the lowest point late, but it comes early."),
    ("late", "middle"): say("You drew the lowest point late, but it comes in the middle."),
    ("late", "late"): say("Its lowest point comes late, as you drew it."),
}

# ---- facts: name, kind, what the page calls it, and what it is within a sentence

FACTS_OF_RUNS, FACTS_OF_EXPERIMENTS = say("Facts of a run"), say("Facts of an experiment")
FACT_NAME, FACT_MEANING = say("name"), say("what it is")
SHARE = say("{number} %")
SETTING = say("the setting “{label}”")
FINDING = say("what the check-up finds, by its name")
EXPERIMENT_DONE = say("whether the experiment has ended")
VERDICTS = {
    "u": say("whether the {measure} makes a U along the first axis"),
    "double_descent": say("whether the {measure} falls, rises to a peak and falls again"),
    "falls": say("whether the {measure} falls from one end to the other"),
    "rises": say("whether the {measure} rises from one end to the other"),
    "no_effect": say("whether the {measure} hardly changes"),
}
PLACES = {
    "lowest": say("the value of the first axis at which the {measure} is lowest"),
    "peak": say("the value of the first axis at which the {measure} has its peak"),
}
FACTS = (
    ("epoch", "count", say("Epoch"), say("whole epochs trained")),
    ("step", "count", say("Step"), say("mini-batches trained")),
    ("parameters", "count", say("Parameters"), say("weights and biases together")),
    ("layers", "count", say("Hidden layers"), say("hidden layers")),
    ("units", "count", say("Hidden units"), say("hidden units in all layers together")),
    ("train_loss", "number", say("Training loss"), say("training loss")),
    ("test_loss", "number", say("Test loss"), say("test loss")),
    ("validation_loss", "number", say("Validation loss"), say("validation loss, where points are set aside for it")),
    ("gap", "number", say("Generalization gap"), say("test loss minus training loss")),
    ("train_accuracy", "share", say("Training accuracy"), say("training accuracy, of data with classes")),
    ("test_accuracy", "share", say("Test accuracy"), say("test accuracy, of data with classes")),
    (
        "validation_accuracy",
        "share",
        say("Validation accuracy"),
        say("validation accuracy, where points are set aside for it"),
    ),
    ("train_wrong", "count", say("Wrong training points"), say("training points put into a wrong class")),
    ("test_wrong", "count", say("Wrong test points"), say("test points put into a wrong class")),
    ("wrong_blue", "count", say("Blue points on the wrong side"), say("blue training points put with the orange ones")),
    (
        "wrong_orange",
        "count",
        say("Orange points on the wrong side"),
        say("orange training points put with the blue ones"),
    ),
    ("train_rmse", "number", say("Training RMSE"), say("training RMSE, of data with numbers")),
    ("test_rmse", "number", say("Test RMSE"), say("test RMSE, of data with numbers")),
    ("train_r2", "number", say("Training R²"), say("training R², of data with numbers")),
    ("test_r2", "number", say("Test R²"), say("test R², of data with numbers")),
    ("first_train_loss", "number", say("First training loss"), say("training loss before the first step")),
    ("first_test_loss", "number", say("First test loss"), say("test loss before the first step")),
    ("lowest_train_loss", "number", say("Lowest training loss"), say("lowest training loss so far")),
    ("lowest_test_loss", "number", say("Lowest test loss"), say("lowest test loss so far")),
    ("lowest_test_epoch", "number", say("Epoch of the lowest test loss"), say("epoch of the lowest test loss so far")),
    ("test_rise", "number", say("Rise of the test loss"), say("test loss as a multiple of the lowest so far")),
    ("diverged", "flag", say("Diverged"), say("whether the numbers grew beyond all bounds")),
    ("stopped", "flag", say("Stopped"), say("whether training has stopped by itself")),
    ("by_hand", "flag", say("By hand"), say("whether weights were set by hand since the network began")),
    ("solved", "flag", say("Solved"), say("whether the output layer was solved at once since the network began")),
    ("gradient_norm", "number", say("Gradient"), say("length of the loss's gradient on the training data")),
    ("weight_norm", "number", say("Weights' length"), say("length of all weights together, without biases")),
    ("largest_weight", "number", say("Largest weight"), say("largest weight, by size")),
    ("zero_weights", "share", say("Weights at zero"), say("share of weights that are exactly 0")),
    (
        "silent_units",
        "count",
        say("Silent units"),
        say("hidden units that are dead or say the same of every training point"),
    ),
    ("w1", "number", say("w₁"), say("first weight of a single unit")),
    ("w2", "number", say("w₂"), say("second weight of a single unit")),
    ("b", "number", say("b"), say("bias of a single unit")),
    ("largest_curvature", "number", say("Largest curvature"), say("largest curvature of the loss, λ")),
    (
        "critical_rate",
        "number",
        say("Critical learning rate"),
        say("learning rate 2/λ, from which on plain descent diverges"),
    ),
    ("pieces", "count", say("Straight pieces"), say("straight pieces that the network is made of")),
)
