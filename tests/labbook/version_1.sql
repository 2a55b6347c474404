BEGIN TRANSACTION;
CREATE TABLE glassbox_runs (
	"key" VARCHAR(32) NOT NULL, 
	owner BLOB NOT NULL, 
	created DOUBLE NOT NULL, 
	updated DOUBLE NOT NULL, 
	version INTEGER NOT NULL, 
	size BIGINT NOT NULL, 
	name VARCHAR(200) NOT NULL, 
	problem VARCHAR(40) NOT NULL, 
	seed BIGINT NOT NULL, 
	epochs DOUBLE NOT NULL, 
	steps BIGINT NOT NULL, 
	changes INTEGER NOT NULL, 
	train_loss DOUBLE, 
	test_loss DOUBLE, 
	train_score DOUBLE, 
	test_score DOUBLE, 
	stop VARCHAR(40) NOT NULL, 
	stop_text TEXT NOT NULL, 
	settings JSON NOT NULL, 
	picture BLOB, 
	PRIMARY KEY ("key")
);
INSERT INTO "glassbox_runs" VALUES('aaaaaaaaaaaaaaaaaaaaaa',X'12AFC9EA939AE716B67651268FDBDF7C581FAD122B5B3E17CC2E397C68E7F9AD',1000.0,1000.0,1,9206,'my best','binary',7,12.5,300,1,0.25,0.5,0.9,0.8,'criterion','Stopped.','{"dataset": "circle", "samples": 500, "training_share": 50, "noise": 0.0, "label_noise": 0.0, "data_seed": 1, "features": ["x1", "x2"], "input_scale": 1.0, "hidden": [{"units": 4, "activation": null, "dropout": null, "normalization": null}, {"units": 2, "activation": null, "dropout": null, "normalization": null}], "activation": "tanh", "initialization": "xavier_uniform", "gain": 1.0, "initial_bias": 0.0, "seed": 7, "loss": "cross_entropy", "huber_delta": 1.0, "optimizer": "sgd", "learning_rate": 0.1, "momentum": 0.9, "rmsprop_decay": 0.99, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08, "penalty": "none", "penalty_rate": 0.001, "penalty_power": 2.0, "dropout": 0.0, "normalization": "none", "input_noise": 0.0, "clip_norm": 0.0, "schedule": "constant", "schedule_epochs": 100.0, "schedule_factor": 0.5, "batch_size": 10, "stop_epochs": 0, "stop_loss": 0.0, "stop_accuracy": 0, "patience": 0, "min_improvement": 0.0001, "watched": "test", "validation_share": 0, "after_stop": "best", "speed": "epoch_frame"}',X'6D6170');
INSERT INTO "glassbox_runs" VALUES('bbbbbbbbbbbbbbbbbbbbbb',X'12AFC9EA939AE716B67651268FDBDF7C581FAD122B5B3E17CC2E397C68E7F9AD',1001.0,1001.0,1,9208,'','binary',42,1.0,25,0,NULL,NULL,NULL,NULL,'','','{"dataset": "circle", "samples": 500, "training_share": 50, "noise": 0.0, "label_noise": 0.0, "data_seed": 1, "features": ["x1", "x2"], "input_scale": 1.0, "hidden": [{"units": 4, "activation": null, "dropout": null, "normalization": null}, {"units": 2, "activation": null, "dropout": null, "normalization": null}], "activation": "tanh", "initialization": "xavier_uniform", "gain": 1.0, "initial_bias": 0.0, "seed": 42, "loss": "cross_entropy", "huber_delta": 1.0, "optimizer": "sgd", "learning_rate": 0.03, "momentum": 0.9, "rmsprop_decay": 0.99, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08, "penalty": "none", "penalty_rate": 0.001, "penalty_power": 2.0, "dropout": 0.0, "normalization": "none", "input_noise": 0.0, "clip_norm": 0.0, "schedule": "constant", "schedule_epochs": 100.0, "schedule_factor": 0.5, "batch_size": 10, "stop_epochs": 0, "stop_loss": 0.0, "stop_accuracy": 0, "patience": 0, "min_improvement": 0.0001, "watched": "test", "validation_share": 0, "after_stop": "best", "speed": "epoch_frame"}',NULL);
CREATE TABLE glassbox_shares (
	"key" VARCHAR(10) NOT NULL, 
	owner BLOB NOT NULL, 
	created DOUBLE NOT NULL, 
	version INTEGER NOT NULL, 
	size BIGINT NOT NULL, 
	settings JSON NOT NULL, 
	weights BLOB NOT NULL, 
	PRIMARY KEY ("key")
);
INSERT INTO "glassbox_shares" VALUES('NeoxzSpFsV',X'12AFC9EA939AE716B67651268FDBDF7C581FAD122B5B3E17CC2E397C68E7F9AD',1002.0,1,1023,'{"dataset": "circle", "samples": 500, "training_share": 50, "noise": 0.0, "label_noise": 0.0, "data_seed": 1, "features": ["x1", "x2"], "input_scale": 1.0, "hidden": [{"units": 4, "activation": null, "dropout": null, "normalization": null}, {"units": 2, "activation": null, "dropout": null, "normalization": null}], "activation": "tanh", "initialization": "xavier_uniform", "gain": 1.0, "initial_bias": 0.0, "seed": 8, "loss": "cross_entropy", "huber_delta": 1.0, "optimizer": "sgd", "learning_rate": 0.03, "momentum": 0.9, "rmsprop_decay": 0.99, "beta1": 0.9, "beta2": 0.999, "epsilon": 1e-08, "penalty": "none", "penalty_rate": 0.001, "penalty_power": 2.0, "dropout": 0.0, "normalization": "none", "input_noise": 0.0, "clip_norm": 0.0, "schedule": "constant", "schedule_epochs": 100.0, "schedule_factor": 0.5, "batch_size": 10, "stop_epochs": 0, "stop_loss": 0.0, "stop_accuracy": 0, "patience": 0, "min_improvement": 0.0001, "watched": "test", "validation_share": 0, "after_stop": "best", "speed": "epoch_frame"}',X'0000000000000000');
CREATE TABLE glassbox_version (
	id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	PRIMARY KEY (id)
);
INSERT INTO "glassbox_version" VALUES(1,1);
CREATE INDEX glassbox_runs_by_age ON glassbox_runs (updated, "key", size);
CREATE INDEX glassbox_runs_of_owner ON glassbox_runs (owner, updated);
CREATE INDEX glassbox_shares_of_owner ON glassbox_shares (owner, created);
CREATE INDEX glassbox_shares_by_age ON glassbox_shares (created, "key", size);
COMMIT;
