/**
 * What the drawer asks the server, and what it is answered: the twin of `server/study/questions.py` and `answers.py`.
 * Types only; `tests/golden/answers.json` holds one of each, and the type checker tries them on these.
 */

/** @typedef {number | null} Value null stands for what is no ordinary number, or not there */
/** @typedef {[number, number]} Point */
/** @typedef {[number, number, number, number]} Box left, right, bottom, top */
/** @typedef {[number, number, number | null]} Weight layer, unit, source; null is the bias */

// ---- questions

/**
 * @typedef {object} NeuronQuestion
 * @property {number} layer @property {number} unit @property {number} [sample] @property {Point | null} [place]
 * @property {Point} [spans] @property {[Point, Point]} [ranges] @property {Point} [axes]
 */
/**
 * @typedef {object} GraphQuestion
 * @property {number | null} [sample] @property {"layer" | "operation"} [detail] @property {string | null} [moment]
 * @property {string | null} [open] @property {Point} [place] @property {string | null} [start]
 * @property {number} [of] @property {number} [by]
 */
/** @typedef {{sample?: number | null, moment?: string | null}} CheckQuestion */
/** @typedef {{texts: string[]}} FormulasQuestion */
/**
 * @typedef {object} LandscapeQuestion
 * @property {"random" | "path" | "weights"} [kind] @property {number} [size] @property {number} [seed]
 * @property {[Weight, Weight] | null} [weights] @property {number} [zoom] @property {boolean} [penalty]
 */
/**
 * @typedef {object} RaceQuestion
 * @property {string} [hill] @property {number} [steps] @property {number | null} [shape]
 * @property {number | null} [rate] @property {number | null} [adaptive_rate] @property {number} [momentum]
 * @property {number} [decay] @property {number} [beta1] @property {number} [beta2]
 * @property {Point | null} [start] @property {Record<string, Point>} [starts]
 */
/** @typedef {{seeds?: number, epochs?: number, target?: number}} SeedsQuestion */

// ---- activations, sums, weights

/**
 * @typedef {object} ActivationCurve `function`, `derivative`: as MathML; `used`, `caveat`: as HTML
 * @property {number[]} values @property {number[]} slopes @property {Value} lowest null: no end
 * @property {Value} highest
 * @property {string} function @property {string} derivative @property {string} used @property {string} caveat
 */
/** @typedef {{reach: number, z: number[], curves: Record<string, ActivationCurve>}} ActivationsAnswer */
/**
 * @typedef {{units: number, activation: string | null, counts: number[], below: number, above: number, total: number,
 *   flat: Value}} LayerSums
 */
/**
 * @typedef {{step: number, epochs: number, reach: number, points: number, flat_below: number,
 *   layers: LayerSums[]}} SumsAnswer
 */
/**
 * @typedef {{count: number, counts: number[], zeros: number, l1: number, l2: number, largest: number}} LayerWeights
 */
/** @typedef {{step: number, epochs: number, reach: number, pairs: Point[], layers: LayerWeights[]}} WeightsAnswer */

// ---- measures

/**
 * @typedef {object} PartMeasures measures on one part of the data
 * @property {number} count @property {Value} loss @property {Value} [accuracy] @property {number[][]} [confusion]
 * @property {Value[]} [precision] @property {Value[]} [recall] @property {Value[]} [f1] @property {Value} [macro_f1]
 * @property {Value} [rmse] @property {Value} [mae] @property {Value} [r2]
 */
/**
 * @typedef {{weights: number, parameters: number, norm: Value, mean_size: Value, largest: Value,
 *   bias_norm: Value}} LayerSize
 */
/** @typedef {"train" | "validation" | "test"} PartName */
/**
 * @typedef {object} MeasuresAnswer
 * @property {number} step @property {number} epochs @property {string} problem @property {number} classes
 * @property {string[]} class_names empty where they have none
 * @property {{train: PartMeasures, validation?: PartMeasures, test: PartMeasures}} parts
 * @property {number} parameters @property {LayerSize[]} layers
 */

/**
 * @typedef {object} SilentAnswer
 * @property {number} run @property {number} step @property {[number, number][]} dead layer and unit
 * @property {[number, number][]} even
 */

// ---- one unit

/**
 * @typedef {{number: Value, target: Value, trains: boolean | null, place: Point, count: number}} NeuronSample
 */
/** @typedef {{z: number[], values: number[], slopes: number[]}} NeuronCurve */
/**
 * @typedef {object} NeuronAnswer
 * @property {number} step @property {number} epochs @property {number} layer @property {number} unit
 * @property {number[]} weights @property {number[]} inputs @property {number} bias @property {number} sum
 * @property {string | null} normalization @property {number} z @property {number} a @property {number} slope
 * @property {string} activation @property {{sum: string, output: string, slope: string}} formulas as MathML
 * @property {NeuronSample} sample @property {NeuronCurve} curve @property {NeuronCurve & {targets: number[]}} points
 * @property {[number[], number[]]} axes two of the unit's inputs for each point
 * @property {{size: number, values: number[]}} map
 */

// ---- diagnostics

/** @typedef {{reach: number, counts: number[], mean: number, spread: number}} Histogram */
/**
 * @typedef {object} LayerCheckup
 * @property {number} layer counted from 1 @property {string | null} activation null: the output layer's
 * @property {number} units
 * @property {Record<"sums" | "normalized" | "outputs" | "gradients" | "weights", Histogram | null>} pictures
 * @property {Value} flat @property {Value} idle
 * @property {Value} update_ratio @property {Value} gradient_norm @property {Value} weight_norm
 */
/**
 * @typedef {{value: number, is_exact: boolean, edge: Value, rate: number, optimizer: string,
 *   is_adaptive: boolean}} Steepness
 */
/** @typedef {{dimensions: number, count: number, most: Value}} Pieces */
/**
 * @typedef {{run: number, step: number, epochs: number, samples: number, training: number,
 *   steepness: Steepness | null, no_steepness: string | null, pieces: Pieces | null,
 *   no_pieces: string | null}} BendsAnswer
 */
/** @typedef {{ailment: string, layer: number | null, text: string, remedy: string}} ToldFinding */
/**
 * @typedef {{run: number, step: number, epochs: number, samples: number, training: number, layers: LayerCheckup[],
 *   findings: ToldFinding[]}} DiagnosticsAnswer
 */

// ---- the graph

/** @typedef {{rows: number, numbers?: number[], float32?: string, dots?: string, length?: Value}} PackedMatrix */
/** @typedef {{from: string, place: number, formula: string, gradient?: PackedMatrix}} GraphPart */
/**
 * @typedef {object} GraphNode
 * @property {string} id @property {string} kind @property {string} symbol @property {string} title
 * @property {string} formula @property {number} layer @property {number} unit
 * @property {string[]} parents @property {Point} shape @property {number} start
 * @property {PackedMatrix} value @property {PackedMatrix | null} gradient @property {GraphPart[]} back
 * @property {Value[]} [locals]
 */
/**
 * @typedef {{value: PackedMatrix, gradient: PackedMatrix | null, details: Record<string, PackedMatrix>}} NodeNumbers
 */
/**
 * @typedef {{row: number, column: number, held: boolean, stages: Record<string, number>, change: PackedMatrix,
 *   after: PackedMatrix}} ParameterUpdate
 */
/**
 * @typedef {object} BoxJacobian
 * @property {string} before @property {string} start @property {string[]} starts
 * @property {boolean} coupled whether samples depend on each other on the way
 * @property {number} of @property {number} by @property {string} [refused]
 * @property {PackedMatrix} [own] @property {PackedMatrix} [product] @property {[string, Value][]} [way]
 */
/**
 * @typedef {{id: string, near: Record<string, NodeNumbers>, update?: ParameterUpdate,
 *   jacobian?: BoxJacobian}} OpenedBox
 */
/**
 * @typedef {object} UpdateRule the numbers of the optimizer's step
 * @property {string} optimizer @property {number} learning_rate @property {number} momentum @property {number} decay
 * @property {number} beta1 @property {number} beta2 @property {number} epsilon @property {number} updates
 * @property {number} penalty_power @property {number} penalty_rate @property {number} norm @property {number} clip_norm
 * @property {number} clip_factor
 */
/**
 * @typedef {{at: number[], first: number, count: number, is_batch: boolean, training: number,
 *   total: number}} GraphSamples
 */
/**
 * @typedef {object} GraphAnswer
 * @property {string} moment @property {number} run @property {number} revision @property {number} step
 * @property {number} epoch @property {"layer" | "operation"} detail @property {GraphSamples} samples
 * @property {string[]} notes @property {GraphNode[]} nodes
 * @property {{numbers: UpdateRule, loss_before: number, loss_after: number}} update @property {OpenedBox} opened
 */
/** @typedef {{name: string, pulled: number, measured: number, error: number}} CheckedParameter */
/**
 * @typedef {{step: number, notes: string[], count: number, worst: number, rows: CheckedParameter[]}} CheckAnswer
 */
/** @typedef {{formulas: (string | null)[]}} FormulasAnswer */

// ---- descent

/**
 * @typedef {object} LandscapeAnswer
 * @property {number} run @property {number} revision @property {number} step @property {number} epochs
 * @property {number} size
 * @property {number} finest @property {Box} box @property {number[]} origin @property {Value[]} values
 * @property {Value} loss @property {Point[]} path @property {number[]} steps @property {number} left_out
 */
/**
 * @typedef {object} Racer
 * @property {string} optimizer @property {string} label @property {Point} start @property {Value[][]} points
 * @property {Value[]} values @property {boolean} explodes @property {Value} left @property {Value} arrived
 */
/**
 * @typedef {object} RaceAnswer
 * @property {string} hill @property {number} shape @property {Point | null} shapes @property {number} steps
 * @property {number} rate @property {number} adaptive_rate @property {Point} start @property {number} size
 * @property {Box} box @property {Value[]} values @property {Point[]} minima @property {boolean} is_quadratic
 * @property {number} steepness @property {Record<string, number>} critical @property {Racer[]} racers
 */

// ---- many seeds

/**
 * @typedef {{kind: "classes" | "numbers", size: number, scale: number, mean: string, winners: string | null,
 *   disagreement: string, most: number}} SeedsMap
 */
/** @typedef {{kind: "curve", scale: number, mean: number[], spread: number[]}} SeedsCurve */
/**
 * @typedef {object} SeedsAnswer `reached`: of each seed that is done the epoch at which it reached the goal
 * @property {(string | null)[]} pictures of each seed that is done what it answers, in small: see the server's twin
 * @property {(number | null)[]} reached @property {import("./messages.js").Settings} settings
 * @property {"none" | "running" | "done" | "cancelled" | "failed"} state
 * @property {number} seeds @property {number} epochs @property {number} target @property {number} first
 * @property {number} done @property {number} progress @property {string} problem @property {number} classes
 * @property {Value[]} scores @property {number} succeeded @property {number} diverged @property {number[]} x
 * @property {{train: Value[][], test: Value[][]} | null} bands @property {SeedsMap | SeedsCurve | null} maps
 */

// ---- experiments

/** @typedef {{name: string, values: (number | string)[], budget?: number | null}} AxisValues */
/**
 * @typedef {object} ExperimentDefinition
 * @property {string} title @property {import("./messages.js").Settings} base @property {AxisValues[]} axes
 * @property {number} seeds @property {number} [first_seed] @property {number} epochs @property {string[]} measures
 * @property {"training" | "polynomial" | "random_features"} [kind] @property {"both" | "network" | "data"} [vary]
 * @property {"" | "parameters"} [line]
 */
/** @typedef {"linear" | "log" | "choice"} Scale */
/**
 * @typedef {object} AxisKind what can vary
 * @property {string} name @property {string} label @property {string} unit @property {Scale} scale
 * @property {number | null} least @property {number | null} most @property {(number | string)[]} suggested
 * @property {{value: string, label: string}[]} choices @property {boolean} is_whole whether its numbers are whole
 */
/**
 * @typedef {object} MeasureKind
 * @property {string} name @property {string} label @property {string} unit @property {boolean} log whether a log axis
 *   suits it @property {"" | "classification" | "regression"} problem
 */
/** @typedef {{trials: number, seconds: number}} FormCost */
/**
 * @typedef {object} Variant
 * @property {string} name @property {string} title @property {string} idea
 * @property {{quick: FormCost, full: FormCost}} forms @property {ExperimentDefinition} definition in its full form
 * @property {string[]} shown
 */
/**
 * @typedef {object} ReadyQuestion
 * @property {string} name @property {string} title @property {string} group @property {string} idea
 * @property {number} minutes @property {Variant[]} variants @property {string} see @property {string} why
 * @property {string} fails
 */
/**
 * @typedef {object} ExperimentsCatalogue
 * @property {ReadyQuestion[]} questions @property {AxisKind[]} axes @property {MeasureKind[]} measures
 * @property {{trials: number, seeds: number, points: number, epochs: number}} limits
 */
/** @typedef {{trials: number, seconds: number, points: number}} ExperimentCost */
/** @typedef {{wrong: string}} ExperimentNoCost why it cannot run as it stands */
/** @typedef {"waiting" | "running" | "paused" | "done" | "cancelled" | "failed"} ExperimentState */
/**
 * @typedef {object} ExperimentRow one of mine
 * @property {string} id @property {string} title @property {string} question @property {ExperimentState} state
 * @property {number} created @property {number} done @property {number} total @property {string} sentence
 */
/** @typedef {{experiments: ExperimentRow[]}} ExperimentRows */
/**
 * @typedef {object} ExperimentAxis
 * @property {string} name @property {string} label @property {string} unit @property {Scale} scale
 * @property {(number | string)[]} values @property {string[]} texts
 */
/**
 * @typedef {object} ExperimentPoint
 * @property {number[]} at its place on each axis @property {number | null} parameters
 * @property {number[]} trials by seed @property {number} done @property {number} diverged
 * @property {Record<string, Value[]>} values by seed @property {Record<string, Value>} median
 * @property {Record<string, Value>} low @property {Record<string, Value>} high
 */
/** @typedef {{measure: string, values: Value[]}} Guess from 0, low, to 1, high: a shape */
/**
 * @typedef {object} ExperimentReport
 * @property {string} id @property {number} revision @property {ExperimentState} state @property {string} title
 * @property {string} question @property {string} variant @property {string} form
 * @property {ExperimentDefinition} experiment @property {ExperimentAxis[]} axes @property {string[]} measures
 * @property {string[]} shown @property {number} done @property {number} total @property {number} diverged
 * @property {number | null} seconds_left @property {Value[]} line @property {number} training_points
 * @property {Guess | null} guess @property {ExperimentPoint[]} points @property {string[]} sentences
 * @property {string[]} caveats @property {string} machine @property {string} trouble why it cannot be kept, or failed
 */

export {};
