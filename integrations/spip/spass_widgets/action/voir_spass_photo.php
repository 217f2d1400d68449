<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Sends a photograph to a moderator. `arg` is the number of the contribution and that of the photograph: `12-1`. */
function action_voir_spass_photo_dist(): void {
	include_spip('inc/autoriser');
	include_spip('inc/spass_contributions');
	$arg = is_string($_GET['arg'] ?? null) ? $_GET['arg'] : '';
	$fichier = null;
	if (preg_match('/^(\d{1,9})-(\d)$/', $arg, $morceaux) && autoriser('voir', 'spass_contribution', (int) $morceaux[1])) {
		$fichier = spass_contributions_fichier_photo((int) $morceaux[1], (int) $morceaux[2]);
	}
	if ($fichier === null) {
		http_response_code(404);
		exit;
	}
	header('Content-Type: ' . SPASS_CONTRIBUTIONS_TYPES[pathinfo($fichier, PATHINFO_EXTENSION)]);
	header('Cache-Control: private, no-store');
	header('X-Content-Type-Options: nosniff');
	readfile($fichier);
	exit;
}
