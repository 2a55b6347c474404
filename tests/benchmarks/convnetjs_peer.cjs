/**
 * Trains or maps one network with ConvNetJS, for `peers.py`: reads an order as JSON from standard input and prints how
 * often a second it could run one epoch, or compute every unit at every grid point.
 */

const { readFileSync } = require("node:fs");
const convnetjs = require("convnetjs");

const order = JSON.parse(readFileSync(0, "utf8"));
const { sizes } = order;
const outputs = sizes.at(-1);

function makeNet() {
  const hidden = sizes.slice(1, -1).map((units) => ({ type: "fc", num_neurons: units, activation: order.activation }));
  const last = outputs > 1 ? { type: "softmax", num_classes: outputs } : { type: "regression", num_neurons: 1 };
  const net = new convnetjs.Net();
  net.makeLayers([{ type: "input", out_sx: 1, out_sy: 1, out_depth: sizes[0] }, ...hidden, last]);
  return net;
}

function volume(values) {
  const vol = new convnetjs.Vol(1, 1, values.length, 0);
  values.forEach((value, place) => (vol.w[place] = value));
  return vol;
}

function epoch(net) {
  const options = { method: "sgd", learning_rate: order.rate, momentum: 0, batch_size: order.batch, l2_decay: 0 };
  const trainer = new convnetjs.SGDTrainer(net, options);
  const points = order.x.map(volume);
  const targets = outputs > 1 ? order.t : order.t.map((target) => [target]);
  return () => points.forEach((point, place) => trainer.train(point, targets[place]));
}

function maps(net) {
  const points = order.grid.map(volume);
  const units = net.layers.reduce((sum, layer) => sum + layer.out_depth, 0);
  const values = new Float32Array(units * points.length);
  return () => {
    let at = 0;
    for (const point of points) {
      net.forward(point);
      for (const layer of net.layers) {
        for (let unit = 0; unit < layer.out_depth; unit++) values[at++] = layer.out_act.w[unit];
      }
    }
  };
}

function rate(work, seconds) {
  const began = process.hrtime.bigint();
  let runs = 0;
  let spent = 0;
  do {
    work();
    runs++;
    spent = Number(process.hrtime.bigint() - began) / 1e9;
  } while (spent < seconds);
  return runs / spent;
}

const work = order.what === "train" ? epoch(makeNet()) : maps(makeNet());
rate(work, Math.min(order.seconds, 0.5)); // lets the compiler warm up
console.log(rate(work, order.seconds));
