/** What a class's room refuses or why it sent a page away, in words; the ids are those of server/classroom/words.py. */

import { say, sayMany } from "./say.js";

/** @typedef {Record<string, string | number>} Values */

/** By the id of what was refused. @type {Record<string, (values: Values) => string>} */
export const REFUSALS = {
  not_opened_here: () => say("Rooms are opened in the browser of the machine that the server runs on."),
  wrong_room_key: () => say("This is not the key that this server asks of teachers; whoever runs it can tell you."),
  no_such_room: () => say("There is no such room; look at the code once more."),
  too_many_misses: () => say("Too many codes were wrong; wait a moment, then try again."),
  elsewhere: () => say("This room is on its way to another server; try again in a moment."),
  not_leading: () => say("Somebody else leads this room now, so nothing was changed; take the lead back to go on."),
  only_the_lead: () => say("Only whoever leads the room can do this."),
  only_members: () => say("Only members of the room can do this."),
  hand_over_is_over: () =>
    say("This link to the lead was used already, or is older than ten minutes; ask for another one."),
  too_many_rooms: ({ most }) =>
    sayMany(
      "This server holds {n} room at most, and it is taken; end it, or try later.",
      "This server holds {n} rooms at most, and all are taken; end one, or try later.",
      Number(most),
    ),
  too_many_rooms_of_yours: ({ most }) =>
    sayMany(
      "From one address at most {n} room an hour is opened; try again later.",
      "From one address at most {n} rooms an hour are opened; try again later.",
      Number(most),
    ),
  room_is_full: ({ most }) =>
    sayMany(
      "The room is full: it takes {n} member at most.",
      "The room is full: it takes {n} members at most.",
      Number(most),
    ),
  too_fast: ({ rate }) => say("This page sent more than {rate} messages a second, so some were left out.", { rate }),
  too_many_questions: ({ most }) => say("A room takes {most} questions at most; open another one to go on.", { most }),
  not_understood: () => say("The server did not understand this page; load it anew."),
  not_json: () => say("The server could not read what this page sent; load it anew."),
  name_is_drawn: () => say("Names are drawn in this room, until the teacher allows others."),
  name_is_taken: () => say("Somebody in the room has this name already; choose another one."),
  name_is_empty: () => say("A name needs at least one letter."),
  no_more_spins: ({ most }) => say("A name can be drawn anew {most} times, and that was all.", { most }),
  no_such_member: () => say("This member has left the room."),
  no_such_session: () => say("This network is not there any more; open it again."),
  no_network_of_its_own: () => say("This member has no network of its own yet."),
  network_is_away: () => say("The teacher's network is away for a moment; try again when you see it."),
  no_place_for_a_network: () => say("The server has no room for another network now; try again in a moment."),
  steps_need_a_lesson: () => say("Choose a lesson, and a first step that is not behind the last one."),
  no_question: () => say("There is no question in hand."),
  not_open_for_answers: () => say("The answers are locked by now, so this one does not count."),
  another_question: () => say("The room has gone on to another question, so this answer does not count."),
  not_an_option: ({ most }) => say("Choose one of the {most} answers.", { most }),
  not_a_number: ({ least, most }) => say("Answer with a number from {least} to {most}.", { least, most }),
  not_a_curve: ({ most }) => say("Answer with a curve of at most {most} points, from left to right.", { most }),
  question_is_long: ({ most }) =>
    say("A question to the class has {most} letters at most; ask this one in fewer words.", { most }),
  option_is_long: ({ most }) =>
    say("An answer to choose from has {most} letters at most; put these into fewer words.", { most }),
  needs_options: ({ least, most }) =>
    say("A question to choose from needs {least} to {most} different answers.", { least, most }),
  not_any_number: () => say("Answer with a number."),
  bounds_in_wrong_order: () => say("The least answer must be smaller than the largest."),
  not_locked_yet: () => say("Lock the answers first; then the room can vote again."),
  truth_is_known: () => say("The truth is known already, so there is nothing left to vote on; ask another question."),
  no_third_round: () => say("The room has voted twice on this question already."),
  no_challenge: () => say("There is no challenge in this room."),
  no_such_measure: () => say("A challenge goes by a measure of the test: its loss, accuracy, RMSE or R²."),
  no_network_shown: () => say("A challenge begins at the network that you show; show one first."),
  too_many_challenges: ({ most }) =>
    say("A room takes {most} challenges at most; open another one to go on.", { most }),
  challenge_begins_anew: () =>
    say(
      "On these data a challenge holds rows back, so your network begins anew without them; begin the challenge " +
        "again to agree.",
    ),
  challenge_needs_more_rows: ({ least }) =>
    say(
      "A challenge is scored on rows that no page has, so a table needs {least} rows at least; choose other " + "data.",
      { least },
    ),
  challenge_needs_one_rule: () =>
    say("This data set has another rule for each seed, so there are no hidden points to score on; choose another one."),
  network_on_other_data: () =>
    say(
      "Your network is on other data than the challenge’s, so it does not count; take the teacher’s network " +
        "again to " +
        "take part.",
    ),
  record_of_unknown_beginning: () =>
    say(
      "Your network reached the goal, but it began elsewhere (a file, the lab book, frozen units), so it cannot be " +
        "repeated and does not count; Reset, and try again.",
    ),
  record_not_repeated: () =>
    say(
      "Your network reached the goal, but did not come out the same when the server trained it again, so it does " +
        "not " +
        "count; Reset, and try again.",
    ),
  record_broke_a_lock: () =>
    say(
      "Your network reached the goal, but was trained with a setting that the challenge locks, so it does not " +
        "count; " +
        "Reset, and try again.",
    ),
  record_trained_too_long: () =>
    say(
      "Your network reached the goal, but has trained for too long to be repeated, so it does not count; Reset, " +
        "and " +
        "try again.",
    ),
  nothing_to_keep: () => say("Your network has not trained yet, so there is nothing to keep."),
  cannot_keep_now: () => say("The server's lab book cannot be used now, so nothing was kept; try again in a while."),
  resume_word_locked: () =>
    say("Somebody tried your name with wrong words five times, so the word is good no more; ask for another one."),
  wrong_resume_word: () => say("Name and word do not belong together, or the word is older than two minutes."),
};

/** By the code of a goodbye. @type {Record<import("../protocol/classroom.js").ByeCode, string>} */
export const BYES = {
  ended: say("The room has ended, and all that the server knew about it was deleted."),
  taken_over: say("This room is open in another tab of this browser, which now shows it."),
  moved: say("You went on on another device, so this one has left the room."),
  no_such_room: say("There is no such room (any more), or this browser is not in it."),
  not_reading: say("This page took no news for a while, so the server let it go; load it anew."),
  server_stops: say("The server stops. Once it runs again, this page comes back by itself."),
  left: say("The teacher has taken this page out of the room."),
  too_many_misses: say("Too many codes were wrong; wait a moment, then load the page anew."),
  never_entered: say("This page did not say in time who it is; load it anew."),
  too_many_sockets: say("The server has too many pages open; try again in a moment."),
  not_leading: say("Only who leads the room may look at one student’s network; another tab or device leads now."),
  no_such_member: say("This student is not in the room any more."),
  elsewhere: say("This room goes on at another server, where this page looks for it."),
};

/**
 * One sentence; of an id that this page does not know, what is to be done about that.
 *
 * @param {{id: string, values: Values}} refused
 */
export const refusalText = ({ id, values }) => (REFUSALS[id] ?? REFUSALS.not_understood)(values);
