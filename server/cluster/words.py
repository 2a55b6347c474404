"""The sentences of a cluster, for whoever starts one on the command line."""

from glassbox.words.sentence import say

NO_ADDRESS = say("Expected where the scheduler is, such as tls://scheduler.example:8786; {text} is not that.")
PLAIN = say(
    "Expected tls:// and certificates, since a cluster runs whatever it is sent; {text} is open to its whole network. "
    "If nobody else can reach that network, add --trust-network."
)
TRUSTED = say("Whoever can reach {text} can run programs on every machine of this cluster, as --trust-network allows.")
NO_CERTIFICATES = say(
    "Expected certificates for {text}: give --cluster-ca, --cluster-cert and --cluster-key, or set them in Dask's own "
    "configuration (distributed.comm.tls)."
)
BAD_CERTIFICATES = say("The certificates for {text} cannot be used: {reason}.")
NOT_INSTALLED = say("A cluster needs Dask, which is not installed: pip install 'glassbox[cluster]'.")
PROCESSES_AND_CLUSTER = say(
    "Expected either processes of this machine or a cluster; with --cluster, start processes for live networks by: "
    "glassbox host ADDRESS"
)
NOT_REACHED = say(
    "Expected a scheduler at {text}; none answers there ({reason}). Start one by: glassbox scheduler {text}"
)
CANNOT_LISTEN = say("The scheduler cannot listen at {text}: {reason}.")
OTHER_VERSION = say(
    "Expected the cluster's version of Glassbox, {theirs}; this is {ours}. Trials come out alike only from the same "
    "one: install it here, too."
)
# Lines of the log, in English as it is:
SOME_DIFFER = (
    "{count} of the cluster's workers are not of this version of Glassbox, {ours}, and get no trials; install it there."
)
GONE = "The scheduler at {text} is gone; experiments wait until it is back."
BACK = "The scheduler at {text} is back; experiments go on."

WAITING = say("Waiting for the scheduler at {text} …")
PREPARING = say("Preparing the kernels …")
READY = say("Ready: {count} of {count} processes work for {text}. Press Ctrl-C to end them.")
CARRIES = say("Ready: {count} of {count} processes carry networks for {text}. Press Ctrl-C to end them.")
SCHEDULES = say("The scheduler listens at {text}. Press Ctrl-C to end it.")
