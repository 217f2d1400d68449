<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Problem;
use Spass\Contributions\Request;

/** Responds to the API of contributions: `spass_widgets.api/contributions` and the other addresses of docs/api.md. */
function action_api_spass_widgets_dist(): void {
	[$_GET, $_POST] = $GLOBALS['spass_widgets_requete'] ?? [[], []];
	include_spip('inc/spass_contributions');
	$chemin = is_string($_GET['arg'] ?? null) ? trim($_GET['arg'], '/') : '';
	spass_contributions_charger();
	// An author may see and withdraw a contribution after the form has been closed.
	if (!spass_contributions_ouvertes() && strpos("$chemin/", 'receipts/') !== 0) {
		$reponse = (new Problem(404, 'This site receives no contributions.'))->reply();
		$reponse->headers['Access-Control-Allow-Origin'] = '*';
	} else {
		$reponse = spass_contributions_service()->respond(Request::current($chemin));
	}
	while (ob_get_level() > 0 && ob_end_clean()) {
		continue;
	}
	header_remove('Set-Cookie');
	$reponse->send((string) ($_SERVER['REQUEST_METHOD'] ?? 'GET'));
	exit;
}
