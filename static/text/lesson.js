/** The words around a lesson; its own are an explanation of the server. */

export const LESSON = {
  name: (/** @type {string} */ title) => `Lesson: ${title}`,
  steps: "Steps of the lesson",
  step: (/** @type {number} */ number, /** @type {string} */ title) => `Step ${number}: ${title}`,
  back: "Back",
  next: "Next",
  end: "End the lesson",
  loading: "One moment.",
};
