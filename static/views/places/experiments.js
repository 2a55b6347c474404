/**
 * Experiments: one question, many trainings, an answer one can open. Its address tells where one is in it: among all
 * questions, before a question, or at an experiment that is running or done.
 */

import { computed, effect, signal } from "@preact/signals-core";
import { html, render } from "lit-html";

import { READ } from "../../addresses.js";
import { rem, watchPalette } from "../../draw/theme.js";
import { hasBegun } from "../../state/experiments/begun.js";
import { draftOf, filled } from "../../state/experiments/draft.js";
import { epochOf, pointAt } from "../../state/experiments/report.js";
import { BORROWED, readRoute } from "../../state/experiments/route.js";
import { PLACE } from "../../state/experiments/vary.js";
import { oneAtATime } from "../../state/one_at_a_time.js";
import { placeOf, PLAYGROUND } from "../../state/places.js";
import { part } from "../../state/session_memory.js";
import { EXPERIMENT, EXPERIMENTS } from "../../text/experiments.js";
import { Lab } from "./experiments/lab.js";
import { menuTeller } from "./experiments/menu.js";
import { addressOf, overview } from "./experiments/overview.js";
import { OwnPage } from "./experiments/own_page.js";
import { Guessing, questionPage } from "./experiments/question.js";
import { ReportPage } from "./experiments/report_page.js";

/** @typedef {import("./room.js").World} World */
/** @typedef {import("../../protocol/answers.js").ExperimentsCatalogue} Known */
/** @typedef {import("../../protocol/answers.js").Guess} Guess */
/** @typedef {import("../../state/experiments/route.js").Draft} Draft */
/** @typedef {import("../../state/experiments/route.js").Route} Route */
/** @typedef {import("./experiments/frame.js").Size} Size */
/** @typedef {import("./experiments/lab.js").Wish} Wish */
/** @typedef {import("./experiments/readout.js").Dot} Dot */

const TALL = 0.5; // of its width is a picture's height, …
const BESIDE = 6; // … but it leaves so many rem of the window for what stands above and below it in its part …
const LEAST_TALL = 15; // … nor has it fewer rem itself
const TYPE = "--lab-type"; // rem: the size of a picture's texts, in css/experiments.css

/** @param {HTMLElement} root @param {World} world */
export function mount(root, world) {
  new Experiments(root, world).start();
}

class Experiments {
  /** @param {HTMLElement} root @param {World} world */
  constructor(root, world) {
    this.root = root;
    this.world = world;
    this.lab = new Lab(world);
    this.route = signal(readRoute(location.search));
    this.size = signal(/** @type {Size} */ ({ width: 0, height: 0, rem: rem(), type: rem() }));
    this.said = signal(""); // why what was wished for is not done
    this.doomed = signal(""); // which experiment the next press deletes
    this.guessing = new Guessing();
    this.own = new OwnPage(world, (definition) => world.read(READ.experimentCost, { experiment: definition }));
    this.id = computed(() => (this.route.value.view === "report" ? this.route.value.id : ""));
    this.reports = computed(() => {
      const known = this.lab.catalogue.value;
      return known && this.id.value ? this.#reportPage(known, this.id.value) : null;
    });
  }

  start() {
    const { store, shown } = this.world;
    effect(() => {
      if (shown.value) queueMicrotask(() => (this.route.value = readRoute(location.search)));
    });
    window.addEventListener("popstate", () => {
      if (placeOf(location.pathname) === PLACE) this.route.value = readRoute(location.search);
    });
    this.root.addEventListener("click", (event) => this.#follow(event));
    effect(() => void (shown.value && this.lab.open()));
    const look = () => void (store.connection.peek() === "open" && this.lab.look());
    const begun = () => hasBegun(() => localStorage) && look();
    effect(() => {
      if (store.connection.value !== "open") return;
      if (!shown.value) begun();
      else if (!this.id.value || !this.lab.rows.peek()) look(); // all of mine are told of, or whether this is mine
    });
    window.addEventListener("storage", begun);
    effect(() => {
      const id = this.id.value;
      if (shown.value) void this.lab.follow(id);
    });
    const tell = menuTeller();
    effect(() => tell(this.lab.rows.value ?? []));
    this.#keepSize();
    effect(() => {
      if (!shown.value) return;
      render(this.#page(), this.root);
      this.#measure();
    });
  }

  // ---- how large it is

  #keepSize() {
    const measure = () => this.world.shown.peek() && this.#measure();
    new ResizeObserver(measure).observe(this.root);
    window.addEventListener("resize", measure);
    watchPalette(measure); // presenting has larger type
  }

  /** What is drawn is as wide as the page makes its part, and in sight without scrolling where that can be. */
  #measure() {
    const part = /** @type {HTMLElement | null} */ (this.root.querySelector(".lab-figure")),
      place = /** @type {HTMLElement} */ (this.root.closest(".place")),
      size = rem(),
      now = this.size.peek();
    if (!part) return;
    const { width, top } = part.getBoundingClientRect(),
      room = innerHeight - (top + place.scrollTop) - BESIDE * size,
      height = Math.round(Math.max(LEAST_TALL * size, Math.min(width * TALL, room))),
      type = size * Number(getComputedStyle(part).getPropertyValue(TYPE));
    if (width && (now.width !== width || now.height !== height || now.type !== type))
      this.size.value = { width, height, rem: size, type };
  }

  // ---- where one is

  /** @param {Route} route @param {boolean} [isSame] whether it is the same page, with something changed */
  #go(route, isSame = false) {
    if (isSame) history.replaceState(history.state, "", addressOf(route));
    else history.pushState(history.state, "", addressOf(route));
    this.said.value = "";
    this.route.value = route;
    if (!isSame) queueMicrotask(() => this.#arrive());
  }

  /** Reading goes on at the heading. */
  #arrive() {
    const heading = this.root.querySelector(".lab-title") ?? document.getElementById(`title-${PLACE}`);
    /** @type {HTMLElement | null} */ (heading)?.focus();
  }

  /** Links within the place lead there without loading the page anew. @param {MouseEvent} event */
  #follow(event) {
    const link = /** @type {HTMLAnchorElement | null} */ (/** @type {Element} */ (event.target).closest("a[data-go]"));
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    this.#go(readRoute(new URL(link.href).search));
  }

  #page() {
    const known = this.lab.catalogue.value,
      route = this.route.value,
      fault = this.said.value || this.lab.fault.value;
    if (!known) return html`<div class="lab">${this.#opening(fault)}</div>`;
    if (route.view === "all") return html`<div class="lab">${saying(fault)}${this.#overview(known)}</div>`;
    return html`<div class="lab"><div class="lab-head"><a class="lab-back" data-go
      href=${addressOf({ view: "all" })}>← ${EXPERIMENTS.all}</a><h2 class="lab-title"
      tabindex="-1">${this.#title(known, route)}</h2></div>${this.#inside(
      known,
      route,
      fault,
    )}</div>`;
  }

  /** Before it is known what there is to ask; or that it cannot be had. @param {string} fault */
  #opening(fault) {
    if (!fault) return html`<p>${EXPERIMENTS.loading}</p>`;
    return html`${saying(fault)}<button type="button" class="button small" @click=${() => this.lab.open()}>${
      EXPERIMENTS.again
    }</button>`;
  }

  /** @param {Known} known */
  #overview(known) {
    return overview(known, this.lab.rows.value, {
      doomed: this.doomed.value,
      spare: () => (this.doomed.value = ""),
      remove: (id) => {
        const isSure = this.doomed.peek() === id;
        this.doomed.value = isSure ? "" : id;
        if (isSure) void this.lab.remove(id);
      },
    });
  }

  /** @param {Known} known @param {Route} route */
  #title(known, route) {
    if (route.view === "report") return this.#reportTitle(known);
    if (route.view === "own") return EXPERIMENT.ownTitle;
    return known.questions.find(({ name }) => route.view === "question" && name === route.name)?.title ?? "";
  }

  /** What was asked, with the way back there, and of what. @param {Known} known */
  #reportTitle({ questions }) {
    const report = this.lab.report.value,
      question = questions.find(({ name }) => name === report?.question);
    if (!report || !question) return report?.title ?? "";
    const { name } = question,
      address = addressOf({ view: "question", name, variant: report.variant });
    return html`<a data-go href=${address}>${question.title}</a> ${report.title}`;
  }

  /** @param {Known} known @param {Route} route @param {string} fault */
  #inside(known, route, fault) {
    const size = this.size.value;
    const begin = (/** @type {Wish} */ wish, /** @type {Guess | null} */ guess) => void this.#begin(wish, guess);
    if (route.view === "report") {
      const report = this.lab.report.value;
      const isMine = !!this.lab.rows.value?.some(({ id }) => id === route.id);
      if (!report) return fault ? saying(fault) : html`<p>${EXPERIMENTS.loading}</p>`;
      return this.reports.value?.page(report, isMine, size, fault);
    }
    if (route.view === "own") {
      void this.own.borrow(route.draft.from);
      const change = (/** @type {Draft} */ draft) => this.#go({ view: "own", draft }, true);
      const draft = filled(route.draft, known);
      return html`${saying(fault)}${this.own.page(draft, known, this.guessing, size, change, begin)}`;
    }
    const question = known.questions.find(({ name }) => route.view === "question" && name === route.name);
    if (!question || route.view !== "question") return html`<p>${EXPERIMENTS.noQuestion}</p>`;
    return html`${saying(fault)}${questionPage(
      question,
      route.variant,
      known,
      this.world.store.catalogue,
      this.guessing,
      size,
      begin,
    )}`;
  }

  // ---- what is done

  #begin = oneAtATime((/** @type {Wish} */ wish, /** @type {Guess | null} */ guess) =>
    this.#attempt(async () => {
      const first = this.world.store.guessFirst.peek(); // of a lesson, which holds this against it
      if (first) throw new Error(first);
      this.#go({ view: "report", id: await this.lab.begin(wish, guess) });
    }),
  );

  /** @param {Known} known @param {string} id */
  #reportPage(known, id) {
    return new ReportPage(known, this.world.store.catalogue, {
      tell: (what) => void this.lab.tell(id, what),
      again: () => this.#again(),
      change: () => this.#change(id),
      open: (dots) => void this.#open(id, dots),
    });
  }

  #again() {
    const report = this.lab.report.peek();
    if (!report) return;
    const { question, variant, experiment } = report;
    if (question) this.#go({ view: "question", name: question, variant });
    else void this.#begin({ experiment }, null);
  }

  /** What it was becomes the beginning of another one. @param {string} id */
  #change(id) {
    const report = this.lab.report.peek();
    if (report) this.#go({ view: "own", draft: draftOf(BORROWED + id, "", report.experiment) });
  }

  /** The very networks, on the playground: one, or two as lanes. @param {string} id @param {Dot[]} dots */
  #open(id, dots) {
    const { read, actions, store } = this.world;
    return this.#attempt(async () => {
      const report = this.lab.report.peek(),
        point = report && pointAt(report, dots[0].at);
      part(store); // before the answer: the network may be there sooner
      const { note } = await read(READ.experimentOpen(id), {
        session: store.session,
        trials: dots.map(({ number }) => number),
        epoch: point && epochOf(report, point),
      });
      actions.dismissNotes();
      actions.addNote(note);
      if (dots.length > 1) actions.setLook({ tab: "compare" });
      actions.visit(PLAYGROUND);
    });
  }

  /** @param {() => Promise<void>} act */
  async #attempt(act) {
    try {
      this.said.value = "";
      await act();
    } catch (error) {
      this.said.value = /** @type {Error} */ (error).message;
    }
  }
}

/** The line that says why what was wished for is not done. @param {string} fault */
function saying(fault) {
  return html`<p class="drawer-fault" role="status">${fault}</p>`;
}
