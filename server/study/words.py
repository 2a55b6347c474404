"""What the study says where it cannot answer. One clear sentence each."""

NOT_FINITE = "The weights have run away: they are no longer finite numbers. Lower the learning rate, then reset."
NO_SUCH_LAYER = "Expected a layer from 1 to {most}, got {layer}: choose a unit of the network as it is now."
NO_SUCH_UNIT = "Expected a unit of layer {layer} from 1 to {most}, got {unit}: choose one of the network as it is now."
NO_SUCH_SAMPLE = "Expected a sample from 1 to {most}, got {sample}: choose one that the data have now."
