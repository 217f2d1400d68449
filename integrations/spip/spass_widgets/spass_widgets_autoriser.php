<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Loads this file: SPIP finds the functions by their names. */
function spass_widgets_autoriser(): void {
}

/** Contributions contain personal data: administrators of the whole site moderate them, writers do not see them. */
function spass_widgets_est_moderateur(array $qui): bool {
	return ($qui['statut'] ?? '') === '0minirezo' && empty($qui['restreint']);
}

function autoriser_spasscontribution_voir_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

function autoriser_spasscontributions_voir_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

/** "Modifier" stands for the state: no form edits the text of an author. */
function autoriser_spasscontribution_modifier_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

function autoriser_spasscontribution_repondre_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

function autoriser_spasscontribution_instituer_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

/** Contributions come from the API alone. */
function autoriser_spasscontribution_creer_dist($faire, $type, $id, $qui, $opt): bool {
	return false;
}

/** Allows an administrator to delete a contribution, for instance at the request of a person in a photograph. */
function autoriser_spasscontribution_supprimer_dist($faire, $type, $id, $qui, $opt): bool {
	return spass_widgets_est_moderateur($qui);
}

function autoriser_spasscontributions_menu_dist($faire, $type, $id, $qui, $opt): bool {
	include_spip('inc/spass_contributions');

	return spass_widgets_est_moderateur($qui) && (spass_contributions_ouvertes() || sql_countsel('spip_spass_contributions'));
}

function autoriser_configurerspasswidgets_menu_dist($faire, $type, $id, $qui, $opt): bool {
	return autoriser('configurer', '_spass_widgets', $id, $qui, $opt);
}

/** A contribution has its own photographs, and no logo. */
function autoriser_spasscontribution_iconifier_dist($faire, $type, $id, $qui, $opt): bool {
	return false;
}
