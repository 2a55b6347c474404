/** Two points of two classes on a plane, as a frame brings data. */

export const plane = { name: "x", unit: "", mean: 0, scale: 1, least: -6, most: 6 };

export const pair = {
  problem: "binary",
  classes: 2,
  training: 1,
  scale: 1,
  side: 0,
  inputs: [plane, plane],
  target: plane,
  class_names: [],
  points: Float32Array.of(1, 2, -1, -2),
  targets: Float32Array.of(1, 0),
};
