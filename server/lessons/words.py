"""The sentences of the lessons: what a file may say, why one cannot be used, and what an answer is told."""

# ---- faults of a file; a line's number stands before each

FAULT = "{file}, line {line}: {text}"
NOT_READ = "expected a text file in UTF-8 that can be read; mend or remove it."
TOO_LARGE = "expected at most {most} kB, but the file has {size} kB; make two lessons of it."
TOO_DEEP = "expected text and blocks that are not nested so deep; take some of it apart."
TOO_MANY = "expected at most {most} files in the folder; the further ones are left out."
OUTSIDE = "expected a file that lies in the folder itself; this one leads out of it. Copy the file into the folder."
NO_FENCE = "expected a first line of +++, with the lesson's title and idea in TOML up to the next line of +++."
NO_TOML = "expected TOML: {reason}."
NO_FILE_NAME = (
    "expected a file called by the lesson's name, such as 03_two-layers.md: 5 to 31 small letters, digits and dashes, "
    "beginning with a letter and not ending in a dash with a number; found “{name}”."
)
RESERVED = "“{name}” is the address of something else here; call the file by another name."
DUPLICATE = "expected a name of its own, but {other} is a lesson called “{name}”, too; rename one of the files."
NO_STEPS = "expected at least one step, which begins with a line such as “## One weight”."
MOST_STEPS = "expected at most {most} steps; make two lessons of it."
BEFORE_STEP = "expected the first step, which begins with “## ”; text and blocks stand inside of steps."
NO_STEP_TITLE = "expected a title behind “## ”."
NO_KIND = "expected one of {kinds} behind the fence, but found “{kind}”."
NOT_CLOSED = "expected a line of ``` that closes this block."
NO_LINK = (
    "expected a link to a place of the page such as #neuron, to an address of the page such as labbook, or to http(s), "
    "but found “{link}”."
)
NO_PICTURE = "pictures are not shown in a lesson; leave it out, or link to it."
ONE_SET = "expected one set-up in a step; put all of it into the first."
NO_FORM = "expected form = “choice”, “number” or “curve”, but found {found}."
NO_UNTIL = "expected “epoch 100” or “experiment width/numbers”, but found {found}."
NO_SETTING = "there is no setting and no view called “{name}”; expected a name as the address of the page has it."
NO_WEIGHT_PLACE = "expected [layer, unit, source or “bias”, value] of a weight of this network, but found {found}."
TWO_DATA = "expected either dataset or own, not both."
NO_SAY = "expected say = “…”, which is told to whoever chose this where it was wrong."
NO_RIGHT = "expected right = “…”, which is told to whoever chose this where it was right."
FEW_CHOICES = "expected at least two choices."
NO_TRUTH = "expected a choice that can be right; each one's when is “never”."
NO_HOLE = "there is no fact “{name}” to fill in; expected one of the names that conditions may use."
NOT_MEASURED = "“{name}” is not known of the experiment “{experiment}”, which measures {measures}."
HOLE_OF_EXPERIMENT = "“{name}” is of an experiment; say which one by {how}."
BY_UNTIL, BY_EXPERIMENT = "until = “experiment width/numbers”", "experiment = “width/numbers”"
NO_MEASURE = "expected one of {names}, but found “{name}”."
NO_EPOCHS = "expected until = “epoch 100”, or as many epochs as you like: a curve needs an end."
NO_SUCH_NEED = "there is no lesson called “{name}”; expected one that there is."
LONG_TEXT = "a text of the step “{title}” has {count} words; shorten it to {most}."
USAGE = "Say which files to check: python -m glassbox.lessons 01_one-lesson.md …"
SOUND = "{file}: a lesson called “{name}”, with {steps} steps."

# ---- faults of a condition

CONDITION_LENGTH = "expected a condition of 1 to {most} signs, such as “test_accuracy >= 0.95”"
NO_TERM = "expected a condition such as “test_accuracy >= 0.95 and parameters <= 10”, but found “{text}”"
NO_SUCH_FACT = "there is no fact “{name}”; expected one of the names on the page “How to write a lesson”"
WORD_COMPARED = "“{name}” is a word, so it is something or is not; expected “is” or “is not”, but found “{test}”"
NO_WORD = "“{name}” is a word; expected one after “is”, but found “{text}”"
NO_OPTION = "“{name}” is one of {options}; found “{text}”"
NO_NUMBER = "“{name}” is a number; expected one, or the name of another, but found “{text}”"

# ---- what an answer is told

NO_SUCH_LESSON = "There is no lesson of this name; the place Lessons has those that there are."
NO_SUCH_STEP = "The lesson has no such step; go to one of its {count}."
NO_SUCH_PART = "This step has no such question; load the page anew, as the lesson's file may have changed."
NO_CHOICE = "Expected the number of one of {count} answers, from 0."
NO_GUESS = "Expected one number."
NO_CURVE = "Expected a curve of {least} to {most} numbers."
WAITING = "The training has not come so far yet."
BEYOND = "By then your network was at epoch {epoch}, and not at {until}; “Guess again” begins anew."
CHANGED_SINCE = "It was read from your network, in which you had changed: {settings}."
REACHED_AT = "That was at epoch {epoch}."
NO_LANE = "This compares two networks, and there is only one; set the step up again."
EXPERIMENT_WAITING = "The experiment has not ended yet."
MISSING = "This looks at {meaning}, which this network and these data do not have."
UNDECIDED = "On your run none of these answers is quite so."
REACHED = "That is it."
NEAR = "You guessed {guess}, and it is {truth}: near enough."
FAR = "You guessed {guess}, and it is {truth}."
NO_CURVE_CAME = "There is no such curve on your run."
NO_HINT = "There is no hint for just this."

# ---- the curve that was drawn, and the one that came: by what the guess does, and what the truth does

TREND = {
    ("falls", "falls"): "You drew a fall, and it falls.",
    ("falls", "rises"): "You drew a fall, but from the beginning to the end it rises.",
    ("falls", "level"): "You drew a fall, but it ends about where it began.",
    ("rises", "falls"): "You drew a rise, but from the beginning to the end it falls.",
    ("rises", "rises"): "You drew a rise, and it rises.",
    ("rises", "level"): "You drew a rise, but it ends about where it began.",
    ("level", "falls"): "You drew it ending about where it began, but it falls.",
    ("level", "rises"): "You drew it ending about where it began, but it rises.",
    ("level", "level"): "You drew it ending about where it began, and so it does.",
}
END = {
    (True, True): "It rises again at the end, as you drew it.",
    (True, False): "You drew a rise at the end, but it does not turn up again.",
    (False, True): "At the end it rises again, which you did not draw.",
    (False, False): "It does not turn up again at the end, as you drew it.",
}
LOWEST = {
    ("early", "early"): "Its lowest point comes early, as you drew it.",
    ("early", "middle"): "You drew the lowest point early, but it comes in the middle.",
    ("early", "late"): "You drew the lowest point early, but it comes late.",
    ("middle", "early"): "You drew the lowest point in the middle, but it comes early.",
    ("middle", "middle"): "Its lowest point comes in the middle, as you drew it.",
    ("middle", "late"): "You drew the lowest point in the middle, but it comes late.",
    ("late", "early"): "You drew the lowest point late, but it comes early.",
    ("late", "middle"): "You drew the lowest point late, but it comes in the middle.",
    ("late", "late"): "Its lowest point comes late, as you drew it.",
}

# ---- facts: name, kind, what the page calls it, and what it is where that says more

FACTS_OF_RUNS, FACTS_OF_EXPERIMENTS = "Facts of a run", "Facts of an experiment"
FACTS_HEAD = "| name | what it is |"
SETTING = "the setting “{label}”"
FINDING = "what the check-up finds, by its name"
EXPERIMENT_DONE = "whether the experiment has ended"
VERDICTS = {
    "u": "whether the {measure} makes a U along the first axis",
    "double_descent": "whether the {measure} falls, rises to a peak and falls again",
    "falls": "whether the {measure} falls from one end to the other",
    "rises": "whether the {measure} rises from one end to the other",
    "no_effect": "whether the {measure} hardly changes",
}
PLACES = {
    "lowest": "the value of the first axis at which the {measure} is lowest",
    "peak": "the value of the first axis at which the {measure} has its peak",
}
FACTS = (
    ("epoch", "count", "Epoch", "whole epochs trained"),
    ("step", "count", "Step", "mini-batches trained"),
    ("parameters", "count", "Parameters", "weights and biases together"),
    ("layers", "count", "Hidden layers", ""),
    ("units", "count", "Hidden units", "hidden units in all layers together"),
    ("train_loss", "number", "Training loss", ""),
    ("test_loss", "number", "Test loss", ""),
    ("validation_loss", "number", "Validation loss", "validation loss, where points are set aside for it"),
    ("gap", "number", "Generalization gap", "test loss minus training loss"),
    ("train_accuracy", "share", "Training accuracy", "training accuracy, of data with classes"),
    ("test_accuracy", "share", "Test accuracy", "test accuracy, of data with classes"),
    ("validation_accuracy", "share", "Validation accuracy", "validation accuracy, where points are set aside for it"),
    ("train_wrong", "count", "Wrong training points", "training points put into a wrong class"),
    ("test_wrong", "count", "Wrong test points", "test points put into a wrong class"),
    ("wrong_blue", "count", "Blue points on the wrong side", "blue training points put with the orange ones"),
    ("wrong_orange", "count", "Orange points on the wrong side", "orange training points put with the blue ones"),
    ("train_rmse", "number", "Training RMSE", "training RMSE, of data with numbers"),
    ("test_rmse", "number", "Test RMSE", "test RMSE, of data with numbers"),
    ("train_r2", "number", "Training R²", "training R², of data with numbers"),
    ("test_r2", "number", "Test R²", "test R², of data with numbers"),
    ("first_train_loss", "number", "First training loss", "training loss before the first step"),
    ("first_test_loss", "number", "First test loss", "test loss before the first step"),
    ("lowest_train_loss", "number", "Lowest training loss", "lowest training loss so far"),
    ("lowest_test_loss", "number", "Lowest test loss", "lowest test loss so far"),
    ("lowest_test_epoch", "number", "Epoch of the lowest test loss", "epoch of the lowest test loss so far"),
    ("test_rise", "number", "Rise of the test loss", "test loss as a multiple of the lowest so far"),
    ("diverged", "flag", "Diverged", "whether the numbers grew beyond all bounds"),
    ("stopped", "flag", "Stopped", "whether training has stopped by itself"),
    ("by_hand", "flag", "By hand", "whether weights were set by hand since the network began"),
    ("gradient_norm", "number", "Gradient", "length of the loss's gradient on the training data"),
    ("weight_norm", "number", "Weights' length", "length of all weights together, without biases"),
    ("largest_weight", "number", "Largest weight", "largest weight, by size"),
    ("zero_weights", "share", "Weights at zero", "share of weights that are exactly 0"),
    ("silent_units", "count", "Silent units", "hidden units that are dead or say the same of every training point"),
    ("w1", "number", "w₁", "first weight of a single unit"),
    ("w2", "number", "w₂", "second weight of a single unit"),
    ("b", "number", "b", "bias of a single unit"),
    ("largest_curvature", "number", "Largest curvature", "largest curvature of the loss, λ"),
    ("critical_rate", "number", "Critical learning rate", "learning rate 2/λ, from which on plain descent diverges"),
    ("pieces", "count", "Straight pieces", "straight pieces that the network is made of"),
)
