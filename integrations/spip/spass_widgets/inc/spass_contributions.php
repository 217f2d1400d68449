<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Contributions\Service;
use Spass\Contributions\Settings;

include_spip('base/abstract_sql');

/** Returns the settings of the configuration page, each as text. */
function spass_contributions_reglages(): array {
	include_spip('inc/config');
	$defauts = ['recevoir' => '', 'responsable' => '', 'contact' => '', 'politique' => '', 'conservation' => '12'];
	$reglages = lire_config('spass_widgets');

	return array_merge($defauts, array_intersect_key(is_array($reglages) ? $reglages : [], $defauts));
}

/** Returns true if the site receives contributions. */
function spass_contributions_ouvertes(): bool {
	return spass_contributions_reglages()['recevoir'] === 'oui';
}

/** Returns true if PHP can re-encode photographs. */
function spass_contributions_images_possibles(): bool {
	spass_contributions_charger();

	return Spass\Contributions\Picture::is_supported();
}

/** Loads the code that the plugins of all CMS share. */
function spass_contributions_charger(): void {
	require_once dirname(__DIR__) . '/lib/contributions/load.php';
	include_spip('inc/spass_contributions_store');
}

/** Returns the address of the API, or of something below it. Ends without a slash. */
function spass_contributions_adresse(string $chemin = ''): string {
	$site = $GLOBALS['meta']['adresse_site'] ?? '';
	// The header `Host` of the request is not trusted.
	$base = preg_match('~^https?://~i', $site) ? rtrim($site, '/') . '/' : url_de_base();

	return $base . spass_contributions_script() . rtrim("/$chemin", '/');
}

/** Returns the address of the API on the same origin, without the origin. */
function spass_contributions_chemin_api(): string {
	return (string) parse_url(spass_contributions_adresse(), PHP_URL_PATH);
}

/** SPIP's own `.htaccess` maps `….api/`; without it, the path follows `spip.php`. */
function spass_contributions_script(): string {
	$prefixe = is_file(_DIR_RACINE . _ACCESS_FILE_NAME) ? '' : get_spip_script('./') . '/';

	return preg_replace('~^\./~', '', $prefixe) . 'spass_widgets.api';
}

/** Returns the address of the API if the site receives contributions, else an empty string. */
function spass_contributions_adresse_ouverte(): string {
	return spass_contributions_ouvertes() ? spass_contributions_adresse() : '';
}

function spass_contributions_service(): Service {
	$reglages = new Settings();
	$reglages->api = spass_contributions_adresse();
	$reglages->secret = spass_contributions_secret();
	if (defined('_SPASS_WIDGETS_ORIGINES')) {
		$reglages->origins = preg_split('/\s+/', _SPASS_WIDGETS_ORIGINES, -1, PREG_SPLIT_NO_EMPTY);
	}

	return new Service(new SpassContributionsStore(), $reglages);
}

/** Returns the key from which receipts are derived. The installation creates it; it never changes. */
function spass_contributions_secret(): string {
	if (empty($GLOBALS['meta']['spass_widgets_secret'])) {
		ecrire_meta('spass_widgets_secret', bin2hex(random_bytes(32)), 'non');
	}

	return $GLOBALS['meta']['spass_widgets_secret'];
}

/** Returns the attributes of `<spass-contribute>` that the configuration page sets. */
function spass_contributions_attributs(string $langue): array {
	$reglages = spass_contributions_reglages();
	$duree = (int) $reglages['conservation'];

	return array_filter([
		'api' => spass_contributions_chemin_api(),
		'controller' => $reglages['responsable'],
		'contact' => $reglages['contact'],
		'policy' => $reglages['politique'],
		'retention' => _T('spass_widgets:duree_' . ($duree === 1 ? '1_mois' : 'nb_mois'), ['nb' => $duree, 'spip_lang' => $langue]),
	], 'strlen');
}

/** Returns the folder of photographs, or an empty string. SPIP's `.htaccess` keeps `config/` from visitors. */
function spass_contributions_dossier(): string {
	include_spip('inc/flock');

	return sous_repertoire(_DIR_ETC, 'spass_widgets', false, true);
}

/** Deletes a contribution with its photographs. */
function spass_contributions_effacer(int $id): bool {
	spass_contributions_charger();
	$store = new SpassContributionsStore();
	$entree = $store->find_by_number($id);

	return $entree ? $store->withdraw($entree) : false;
}

/** Returns the reply of the team to a contribution; empty without one. */
function spass_contributions_reponse(int $id): string {
	spass_contributions_charger();
	$entree = (new SpassContributionsStore())->find_by_number($id);

	return Spass\Contributions\Text::pick($entree->record['reply'] ?? null, 'fr')[0];
}

/** Stores the reply of the team to a contribution; an empty one removes it. */
function spass_contributions_repondre(int $id, string $reponse): bool {
	spass_contributions_charger();
	$store = new SpassContributionsStore();
	$entree = $store->find_by_number($id);

	return $entree && $store->set_reply($entree, $reponse);
}

/** Deletes what the retention period, an interrupted submission or a failed deletion have left. */
function spass_contributions_conserver(int $maintenant): void {
	spass_contributions_charger();
	$mois = (int) spass_contributions_reglages()['conservation'];
	$limite = date('Y-m-d H:i:s', strtotime("-$mois months", $maintenant));
	foreach (sql_allfetsel('id_spass_contribution AS id', 'spip_spass_contributions', 'recue<' . sql_quote($limite), '', 'recue', '0,100') as $ligne) {
		spass_contributions_effacer((int) $ligne['id']);
	}
	$store = new SpassContributionsStore();
	$store->reparer($maintenant);
	sql_delete('spip_spass_debits', 'instant<' . ($maintenant - 86400));
}

/** Deletes the files of the plugin, with the photographs of all contributions; the caller drops the tables. */
function spass_contributions_effacer_tout(): void {
	spass_contributions_effacement_sur();
	foreach (array_filter([spass_contributions_dossier(), sous_repertoire(_DIR_CACHE, 'spass', false, true)]) as $dossier) {
		foreach (glob($dossier . '{*,.ok}', GLOB_BRACE) ?: [] as $fichier) {
			@unlink($fichier);
		}
		@rmdir($dossier);
	}
	@unlink(_DIR_TMP . 'spass_widgets.lock');
	effacer_meta('spass_widgets_secret');
}

/** Makes SQLite overwrite deleted and moved rows in its file, on this connection. MySQL has no such setting. */
function spass_contributions_effacement_sur(): void {
	$connexion = spip_connect();
	if (strpos($connexion['type'] ?? '', 'sqlite') === 0) {
		sql_query('PRAGMA secure_delete=ON');
	}
}
