<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

const SPASS_WIDGETS_TABLES = ['spip_spass_contributions', 'spip_spass_envois', 'spip_spass_debits'];

/** Creates the tables and the key of the receipts, when the plugin is activated. */
function spass_widgets_upgrade(string $nom_meta_base_version, string $version_cible): void {
	include_spip('base/upgrade');
	include_spip('inc/spass_contributions');
	$maj = ['create' => [['maj_tables', SPASS_WIDGETS_TABLES], ['spass_contributions_secret']]];
	maj_plugin($nom_meta_base_version, $version_cible, $maj);
}

/** Deletes the tables, the photographs and the settings, when the plugin is uninstalled. */
function spass_widgets_vider_tables(string $nom_meta_base_version): void {
	// The plugin is not active any more: SPIP does not find its files.
	include_once __DIR__ . '/inc/spass_contributions.php';
	spass_contributions_effacer_tout();
	foreach (SPASS_WIDGETS_TABLES as $table) {
		sql_drop_table($table);
	}
	effacer_meta('spass_widgets');
	effacer_meta($nom_meta_base_version);
}
