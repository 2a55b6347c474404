/** What the page knows of goals: which fit the data, usual values, and whether tried seeds are still about them. */

import { same } from "./settings.js";

/** @typedef {import("./settings.js").Catalogue} Catalogue */
/** @typedef {import("../protocol/messages.js").Settings} Settings */
/** @typedef {import("../protocol/frames.js").Frame} Frame */
/** @typedef {import("../protocol/answers.js").SeedsAnswer} SeedsAnswer */

/** What a goal of each measure begins with. @type {Record<string, number>} */
const USUAL = { loss: 0.1, accuracy: 95, rmse: 0.1, r2: 0.9, gap: 0.05 };
const NO_MATTER = new Set(["speed", "seed", "at_goal", "after_stop", "min_improvement", "watched", "patience"]);
const STOPS = /^stop_/; // seeds are trained to the end
const MOST_EPOCHS = 2000; // of a trial
const ROUND = 50;
const FEWEST = 100;

/** @param {string} goal */
export function usualValue(goal) {
  return USUAL[goal.slice(goal.indexOf("_") + 1)];
}

/** Whether these data have the measure. @param {string} goal @param {string} problem @param {boolean} isSetAside */
export function goalFits(goal, problem, isSetAside) {
  if (goal.startsWith("validation") && !isSetAside) return false;
  if (goal.endsWith("accuracy")) return problem !== "regression";
  return problem === "regression" || !/_(rmse|r2)$/.test(goal);
}

/**
 * How long seeds are to be tried: as long as the goal or the run gives, or twice as long as it took.
 *
 * @param {Settings} settings @param {Pick<Frame, "epoch" | "goal">} frame
 */
export function epochsToTry({ goal_epochs, stop_epochs }, { epoch, goal }) {
  const wanted = goal_epochs || stop_epochs || Math.max(FEWEST, goal?.reached ? 2 * goal.reached.epoch : epoch);
  return Math.min(MOST_EPOCHS, goal_epochs || stop_epochs ? wanted : Math.ceil(wanted / ROUND) * ROUND);
}

/**
 * Whether seeds were tried with just these settings, so that what is said of them is said of these.
 *
 * @param {SeedsAnswer} trial @param {Settings} settings
 */
export function isOfTheseSettings({ settings: tried }, settings) {
  return Object.keys(settings).every(
    (name) => NO_MATTER.has(name) || STOPS.test(name) || same(tried[name], settings[name]),
  );
}

/**
 * The heights of the goal on the two charts; null where it is not drawn.
 *
 * @param {Settings} settings @param {boolean} isRegression
 * @returns {{loss: number | null, score: number | null}}
 */
export function goalHeights({ goal = "none", goal_value }, isRegression) {
  const measure = goal.slice(goal.indexOf("_") + 1);
  return {
    loss: measure === "loss" ? goal_value : null,
    score:
      measure === "accuracy" && !isRegression
        ? goal_value / 100
        : measure === "rmse" && isRegression
          ? goal_value
          : null,
  };
}
