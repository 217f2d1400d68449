<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Contract;
use Spass\Contributions\Validation;

include_spip('inc/autoriser');
include_spip('inc/spass_contributions');

/** @return array|false */
function formulaires_repondre_spass_contribution_charger_dist(int $id) {
	if (!autoriser('repondre', 'spass_contribution', $id)) {
		return false;
	}
	$reponse = spass_contributions_reponse($id);

	return ['reponse' => $reponse, '_longueur' => Contract::limit('reply')];
}

function formulaires_repondre_spass_contribution_verifier_dist(int $id): array {
	spass_contributions_charger();
	if (Validation::parse_reply(_request('reponse')) !== null) {
		return [];
	}

	return ['reponse' => _T('spass_widgets:erreur_reponse', ['nb' => Contract::limit('reply')])];
}

function formulaires_repondre_spass_contribution_traiter_dist(int $id): array {
	spass_contributions_charger();
	$reponse = (string) Validation::parse_reply(_request('reponse'));
	if (!autoriser('repondre', 'spass_contribution', $id) || !spass_contributions_repondre($id, $reponse)) {
		return ['message_erreur' => _T('spass_widgets:erreur_contribution_absente')];
	}

	return ['message_ok' => _T('spass_widgets:' . ($reponse === '' ? 'reponse_retiree' : 'reponse_enregistree')), 'editable' => true];
}
