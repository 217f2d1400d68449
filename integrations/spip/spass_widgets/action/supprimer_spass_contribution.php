<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Deletes a contribution for good, as its author does with the receipt. */
function action_supprimer_spass_contribution_dist(?string $arg = null): void {
	$securiser_action = charger_fonction('securiser_action', 'inc');
	$id = (int) ($arg ?? $securiser_action());
	include_spip('inc/autoriser');
	if ($id > 0 && autoriser('supprimer', 'spass_contribution', $id)) {
		include_spip('inc/spass_contributions');
		spass_contributions_effacer($id);
	}
}
