<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

include_spip('inc/autoriser');
include_spip('inc/spass_contributions');

/** @return array|false */
function formulaires_configurer_spass_widgets_charger_dist() {
	if (!autoriser('configurer', '_spass_widgets')) {
		return false;
	}

	return spass_contributions_reglages() + ['_sans_images' => spass_contributions_images_possibles() ? '' : ' '];
}

function formulaires_configurer_spass_widgets_verifier_dist(): array {
	$saisie = formulaires_configurer_spass_widgets_saisie();
	$erreurs = [];
	foreach ($saisie['recevoir'] === 'oui' ? ['responsable', 'contact'] : [] as $champ) {
		if ($saisie[$champ] === '') {
			$erreurs[$champ] = _T('info_obligatoire');
		}
	}
	if ($saisie['politique'] !== '' && !preg_match('~^https?://[^\s/]+\S*$~i', $saisie['politique'])) {
		$erreurs['politique'] = _T('spass_widgets:erreur_politique');
	}
	if (!preg_match('/^\d{1,3}$/', $saisie['conservation']) || $saisie['conservation'] < 1 || $saisie['conservation'] > 120) {
		$erreurs['conservation'] = _T('spass_widgets:erreur_conservation');
	}

	return $erreurs;
}

function formulaires_configurer_spass_widgets_traiter_dist(): array {
	// A form that was opened before its author lost the right.
	if (!autoriser('configurer', '_spass_widgets')) {
		return ['message_erreur' => _T('info_acces_interdit')];
	}
	include_spip('inc/config');
	foreach (formulaires_configurer_spass_widgets_saisie() as $champ => $valeur) {
		ecrire_config("spass_widgets/$champ", $valeur);
	}
	// Published forms name the address and the controller.
	include_spip('inc/invalideur');
	suivre_invalideur("id='spass_widgets'");

	return ['message_ok' => _T('config_info_enregistree'), 'editable' => true];
}

/** Returns the values sent, each as text. */
function formulaires_configurer_spass_widgets_saisie(): array {
	$saisie = [];
	foreach (array_keys(spass_contributions_reglages()) as $champ) {
		$valeur = _request($champ);
		$saisie[$champ] = is_string($valeur) ? trim($valeur) : '';
	}
	$saisie['recevoir'] = $saisie['recevoir'] === 'oui' ? 'oui' : '';

	return $saisie;
}
