<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Declares the object "contribution". Its text is the author's: the private area shows it, and does not edit it. */
function spass_widgets_declarer_tables_objets_sql(array $tables): array {
	$tables['spip_spass_contributions'] = [
		'type' => 'spass_contribution',
		'principale' => 'oui',
		'page' => '',
		'url_edit' => '',
		'editable' => 'non',
		'icone_objet' => 'spass_contribution',
		'texte_objet' => 'spass_widgets:contribution',
		'texte_objets' => 'spass_widgets:contributions',
		'texte_retour' => 'icone_retour',
		'info_aucun_objet' => 'spass_widgets:info_aucune_contribution',
		'info_1_objet' => 'spass_widgets:info_1_contribution',
		'info_nb_objets' => 'spass_widgets:info_nb_contributions',
		'titre' => "identifiant AS titre, '' AS lang",
		'field' => [
			'id_spass_contribution' => 'bigint(21) NOT NULL',
			// Public id, such as `7F3K-29QX`.
			'identifiant' => "varchar(40) DEFAULT '' NOT NULL",
			// Record as JSON in ASCII, without `<`, `&` and quotes inside its texts: safe in any template and character set.
			'fiche' => "mediumtext DEFAULT '' NOT NULL",
			// Files of the photographs, as JSON.
			'photos' => "text DEFAULT '' NOT NULL",
			'statut' => "varchar(10) DEFAULT 'prepa' NOT NULL",
			'recue' => "datetime DEFAULT '0000-00-00 00:00:00' NOT NULL",
			'maj' => 'TIMESTAMP',
		],
		'key' => [
			'PRIMARY KEY' => 'id_spass_contribution',
			'UNIQUE KEY identifiant' => 'identifiant',
			'KEY statut' => 'statut, recue',
		],
		'champs_editables' => [],
		'statut' => [
			['champ' => 'statut', 'publie' => 'publie', 'previsu' => 'publie', 'exception' => 'statut'],
		],
		'texte_changer_statut' => 'spass_widgets:changer_statut',
		'statut_textes_instituer' => [
			'prop' => 'texte_statut_propose_evaluation',
			'publie' => 'texte_statut_publie',
			'refuse' => 'texte_statut_refuse',
		],
	];

	return $tables;
}

/**
 * Declares the tables of submissions and of the rate limit. A submission stays when its contribution is withdrawn,
 * without content, so that a late retry does not restore it.
 */
function spass_widgets_declarer_tables_auxiliaires(array $tables): array {
	$tables['spip_spass_envois'] = [
		'field' => [
			// Hashes of the idempotency key and of the token in the address of the receipt.
			'cle' => "varchar(64) DEFAULT '' NOT NULL",
			'jeton' => "varchar(64) DEFAULT '' NOT NULL",
			'identifiant' => "varchar(40) DEFAULT '' NOT NULL",
			// Hash of the content; empty once the contribution is withdrawn.
			'empreinte' => "varchar(64) DEFAULT '' NOT NULL",
			'nature' => "varchar(20) DEFAULT '' NOT NULL",
			'langue' => "varchar(10) DEFAULT '' NOT NULL",
			// Files that are still to be deleted, as JSON.
			'restes' => "text DEFAULT '' NOT NULL",
		],
		'key' => [
			'PRIMARY KEY' => 'identifiant',
			'UNIQUE KEY cle' => 'cle',
			'UNIQUE KEY jeton' => 'jeton',
		],
	];
	$tables['spip_spass_debits'] = [
		'field' => [
			// Keyed hash of the network address; addresses are not stored.
			'adresse' => "varchar(64) DEFAULT '' NOT NULL",
			'jetons' => "double DEFAULT '0' NOT NULL",
			'instant' => "double DEFAULT '0' NOT NULL",
		],
		'key' => [
			'PRIMARY KEY' => 'adresse',
		],
	];

	return $tables;
}

/** Declares the table for loops, such as `<BOUCLE_idees(SPASS_CONTRIBUTIONS)>`: published ones only. */
function spass_widgets_declarer_tables_interfaces(array $interfaces): array {
	$interfaces['table_des_tables']['spass_contributions'] = 'spass_contributions';

	return $interfaces;
}
