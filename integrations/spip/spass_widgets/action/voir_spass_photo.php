<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Reply;

/** Sends a photograph to a moderator. `arg` has the numbers of the contribution and the photograph: `12-1`. */
function action_voir_spass_photo_dist(): void {
	include_spip('inc/autoriser');
	include_spip('inc/spass_contributions');
	spass_contributions_charger();
	$arg = is_string($_GET['arg'] ?? null) ? $_GET['arg'] : '';
	$fichier = '';
	if (preg_match('/^(\d{1,9})-(\d)$/', $arg, $morceaux) && autoriser('voir', 'spass_contribution', (int) $morceaux[1])) {
		$store = new SpassContributionsStore();
		$entree = $store->find_by_number((int) $morceaux[1]);
		$fichier = $entree ? $store->photo_path($entree, (int) $morceaux[2]) : '';
	}
	if (!is_file($fichier)) {
		http_response_code(404);
		exit;
	}
	Reply::photo($fichier, 'private, no-store')->send('GET');
	exit;
}
