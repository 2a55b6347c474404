"""The check-up of a live network as the page draws it: each layer in numbers and pictures, and the findings."""

from glassbox.run.snapshot import Snapshot
from glassbox.study.answers.of_diagnostics import DiagnosticsAnswer, LayerCheckup, LayerPictures
from glassbox.study.diagnostics.checkup import Checkup, LayerState
from glassbox.study.diagnostics.diagnose import diagnose
from glassbox.study.diagnostics.histogram import histogram, reach_of
from glassbox.study.numbers import finite


def diagnostics(snapshot: Snapshot) -> DiagnosticsAnswer:
    """`samples` training samples were looked at, of `training`."""
    checkup = Checkup(snapshot)
    return DiagnosticsAnswer(
        run=snapshot.run,
        step=snapshot.step,
        epochs=snapshot.moment.epochs,
        samples=checkup.samples,
        training=len(snapshot.data_split.data.t_train),
        layers=[_layer(layer) for layer in checkup.layers],
        findings=[finding.told() for finding in diagnose(checkup)],
    )


def _layer(layer: LayerState) -> LayerCheckup:
    return LayerCheckup(
        layer=layer.number,
        activation=layer.activation.label if layer.activation else None,
        units=layer.units,
        pictures=_pictures(layer),
        flat=layer.flat_share if layer.has_flat_parts else None,
        idle=layer.idle if layer.has_flat_parts else None,
        update_ratio=finite(layer.update_ratio),
        gradient_norm=finite(layer.gradient_norm),
        weight_norm=finite(layer.weight_norm),
    )


def _pictures(layer: LayerState) -> LayerPictures:
    """Sums before and after normalization share one scale, so that what it does can be seen."""
    values = layer.values
    shared = reach_of(values.sums, values.given)
    return LayerPictures(
        sums=histogram(values.sums, shared),
        normalized=histogram(values.given, shared) if layer.is_normalized else None,
        outputs=histogram(values.outputs) if layer.activation else None,
        gradients=histogram(layer.gradients),
        weights=histogram(layer.weights),
    )
