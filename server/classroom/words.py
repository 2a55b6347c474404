"""The ids of what a room refuses, with the names of the values in each sentence; static/text/classroom.js words them."""

Value = int | float | str

REFUSALS: dict[str, tuple[str, ...]] = {
    # who may
    "not_opened_here": (),  # rooms are opened only on the server's own machine
    "wrong_room_key": (),
    "no_such_room": (),  # also where a room is, but not this member: nobody learns which codes exist
    "too_many_misses": ("seconds",),
    "elsewhere": ("front",),  # another front has it, or will soon: by its number, 0 where that is not known
    "not_leading": (),  # a lead whose lease another one took, with the old counter
    "only_the_lead": (),
    "only_members": (),
    "hand_over_is_over": (),  # used, too old, or never there
    # limits
    "too_many_rooms": ("most",),
    "too_many_rooms_of_yours": ("most",),
    "room_is_full": ("most",),
    "too_fast": ("rate",),
    "too_many_questions": ("most",),
    # what came
    "not_understood": (),
    "not_json": (),
    "name_is_drawn": (),  # free names are not allowed now
    "name_is_taken": (),
    "name_is_empty": (),
    "no_more_spins": ("most",),
    "no_such_member": (),
    "no_such_session": (),
    "no_network_of_its_own": (),
    "network_is_away": (),  # the one that all look at: it is not there, or not yet
    "no_place_for_a_network": (),
    "steps_need_a_lesson": (),
    # questions
    "no_question": (),
    "not_open_for_answers": (),
    "another_question": (),
    "not_an_option": ("most",),
    "not_a_number": ("least", "most"),
    "not_a_curve": ("most",),
    "needs_options": ("least", "most"),
    "question_is_long": ("most",),
    "option_is_long": ("most",),
    "not_any_number": (),  # where a question has no bounds
    "bounds_in_wrong_order": (),
    "not_locked_yet": (),
    "truth_is_known": (),
    "no_third_round": (),
    # challenges
    "no_challenge": (),
    "no_such_measure": (),
    "no_network_shown": (),
    "too_many_challenges": ("most",),
    "challenge_begins_anew": (),  # on real and own data, which the lead has to agree to
    "challenge_needs_more_rows": ("least",),
    "challenge_needs_one_rule": (),  # a teacher network's: another seed has another rule
    "network_on_other_data": (),  # nothing counts there
    "record_of_unknown_beginning": (),  # it reached the goal, but cannot be repeated
    "record_not_repeated": (),
    "record_broke_a_lock": (),
    "record_trained_too_long": (),
    # what one keeps
    "nothing_to_keep": (),
    "cannot_keep_now": (),
    # moving to another device
    "resume_word_locked": (),
    "wrong_resume_word": (),  # or the name: nobody learns which
}

# Why a socket was closed.
BYES = ("ended", "taken_over", "moved", "no_such_room", "not_reading", "server_stops", "left", "too_many_misses",
        "never_entered", "too_many_sockets", "not_leading", "no_such_member", "elsewhere")  # fmt: skip
