/** What a class's room refuses or why it sent a page away, in words; the ids are those of server/classroom/words.py. */

/** @typedef {Record<string, string | number>} Values */

/** By the id of what was refused. @type {Record<string, (values: Values) => string>} */
export const REFUSALS = {
  not_opened_here: () => "Rooms are opened in the browser of the machine that the server runs on.",
  wrong_room_key: () => "This is not the key that this server asks of teachers; whoever runs it can tell you.",
  no_such_room: () => "There is no such room; look at the code once more.",
  too_many_misses: () => "Too many codes were wrong; wait a moment, then try again.",
  not_leading: () => "Somebody else leads this room now, so nothing was changed; take the lead back to go on.",
  only_the_lead: () => "Only whoever leads the room can do this.",
  only_members: () => "Only members of the room can do this.",
  hand_over_is_over: () => "This link to the lead was used already, or is older than ten minutes; ask for another one.",
  too_many_rooms: ({ most }) => `This server holds ${most} rooms at most, and all are taken; end one, or try later.`,
  too_many_rooms_of_yours: ({ most }) => `From one address at most ${most} rooms an hour are opened; try again later.`,
  room_is_full: ({ most }) => `The room is full: it takes ${most} members at most.`,
  too_fast: ({ rate }) => `This page sent more than ${rate} messages a second, so some were left out.`,
  too_many_questions: ({ most }) => `A room takes ${most} questions at most; open another one to go on.`,
  not_understood: () => "The server did not understand this page; load it anew.",
  not_json: () => "The server could not read what this page sent; load it anew.",
  name_is_drawn: () => "Names are drawn in this room, until the teacher allows others.",
  name_is_taken: () => "Somebody in the room has this name already; choose another one.",
  name_is_empty: () => "A name needs at least one letter.",
  no_more_spins: ({ most }) => `A name can be drawn anew ${most} times, and that was all.`,
  no_such_member: () => "This member has left the room.",
  no_such_session: () => "This network is not there any more; open it again.",
  no_network_of_its_own: () => "This member has no network of its own yet.",
  network_is_away: () => "The teacher's network is away for a moment; try again when you see it.",
  no_place_for_a_network: () => "The server has no room for another network now; try again in a moment.",
  steps_need_a_lesson: () => "Choose a lesson, and a first step that is not behind the last one.",
  no_question: () => "There is no question in hand.",
  not_open_for_answers: () => "The answers are locked by now, so this one does not count.",
  another_question: () => "The room has gone on to another question, so this answer does not count.",
  not_an_option: ({ most }) => `Choose one of the ${most} answers.`,
  not_a_number: ({ least, most }) => `Answer with a number from ${least} to ${most}.`,
  not_a_curve: ({ most }) => `Answer with a curve of at most ${most} points, from left to right.`,
  needs_options: ({ least, most }) => `A question to choose from needs ${least} to ${most} different answers.`,
  not_any_number: () => "Answer with a number.",
  bounds_in_wrong_order: () => "The least answer must be smaller than the largest.",
  not_locked_yet: () => "Lock the answers first; then the room can vote again.",
  truth_is_known: () => "The truth is known already, so there is nothing left to vote on; ask another question.",
  no_third_round: () => "The room has voted twice on this question already.",
  no_challenge: () => "There is no challenge in this room.",
  no_such_measure: () => "A challenge goes by a measure of the test: its loss, accuracy, RMSE or R².",
  no_network_shown: () => "A challenge begins at the network that you show; show one first.",
  too_many_challenges: ({ most }) => `A room takes ${most} challenges at most; open another one to go on.`,
  challenge_begins_anew: () =>
    "On these data a challenge holds rows back, so your network begins anew without them; begin the challenge " +
    "again to agree.",
  challenge_needs_more_rows: ({ least }) =>
    `A challenge is scored on rows that no page has, so a table needs ${least} rows at least; choose other data.`,
  challenge_needs_one_rule: () =>
    "This data set has another rule for each seed, so there are no hidden points to score on; choose another one.",
  network_on_other_data: () =>
    "Your network is on other data than the challenge’s, so it does not count; take the teacher’s network again to " +
    "take part.",
  record_of_unknown_beginning: () =>
    "Your network reached the goal, but it began elsewhere (a file, the lab book, frozen units), so it cannot be " +
    "repeated and does not count; Reset, and try again.",
  record_not_repeated: () =>
    "Your network reached the goal, but did not come out the same when the server trained it again, so it does not " +
    "count; Reset, and try again.",
  record_broke_a_lock: () =>
    "Your network reached the goal, but was trained with a setting that the challenge locks, so it does not count; " +
    "Reset, and try again.",
  record_trained_too_long: () =>
    "Your network reached the goal, but has trained for too long to be repeated, so it does not count; Reset, and " +
    "try again.",
  nothing_to_keep: () => "Your network has not trained yet, so there is nothing to keep.",
  cannot_keep_now: () => "The server's lab book cannot be used now, so nothing was kept; try again in a while.",
  resume_word_locked: () =>
    "Somebody tried your name with wrong words five times, so the word is good no more; ask for another one.",
  wrong_resume_word: () => "Name and word do not belong together, or the word is older than two minutes.",
};

/** By the code of a goodbye. @type {Record<import("../protocol/classroom.js").ByeCode, string>} */
export const BYES = {
  ended: "The room has ended, and all that the server knew about it was deleted.",
  taken_over: "This room is open in another tab of this browser, which now shows it.",
  moved: "You went on on another device, so this one has left the room.",
  no_such_room: "There is no such room (any more), or this browser is not in it.",
  not_reading: "This page took no news for a while, so the server let it go; load it anew.",
  server_stops: "The server stops. Once it runs again, this page comes back by itself.",
  left: "The teacher has taken this page out of the room.",
  too_many_misses: "Too many codes were wrong; wait a moment, then load the page anew.",
  never_entered: "This page did not say in time who it is; load it anew.",
  too_many_sockets: "The server has too many pages open; try again in a moment.",
  not_leading: "Only who leads the room may look at one student’s network; another tab or device leads now.",
  no_such_member: "This student is not in the room any more.",
};

/**
 * One sentence; of an id that this page does not know, what is to be done about that.
 *
 * @param {{id: string, values: Values}} refused
 */
export const refusalText = ({ id, values }) => (REFUSALS[id] ?? REFUSALS.not_understood)(values);
