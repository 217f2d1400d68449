<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Answer;
use Spass\Content;
use Spass\PublicHost;
use Spass\Question;

/** Total time that a page may wait for all its APIs, in seconds. */
const SPASS_WIDGETS_PATIENCE = 5.0;

/** Lifetime of a response: ten minutes. A failed request is retried after one minute. */
const SPASS_WIDGETS_FRAIS = 600;
const SPASS_WIDGETS_ECHEC = 60;

/** Maximum size of a response. */
const SPASS_WIDGETS_OCTETS = 4194304;

/** Returns the content of a query, from the cache of SPIP or the API. Never fails; empty in case of errors. */
function spass_widgets_contenu(Question $question, string $langue): array {
	$fichier = sous_repertoire(_DIR_CACHE, 'spass') . md5($question->key() . $langue) . '.json';
	$garde = is_readable($fichier) ? json_decode((string) file_get_contents($fichier), true) : null;
	$contenu = $garde['contenu'] ?? Content::NONE;
	if (($garde['jusque'] ?? 0) > time() || spass_widgets_patience() <= 0) {
		return $contenu;
	}
	// Simultaneous requests use the cached response instead of waiting too.
	spass_widgets_garder($fichier, $contenu, SPASS_WIDGETS_ECHEC);
	$json = spass_widgets_demander($question->url);
	$frais = $json === null ? null : Answer::content($json, $question, $langue);
	if ($frais === null) {
		return $contenu;
	}
	spass_widgets_garder($fichier, $frais, SPASS_WIDGETS_FRAIS);

	return $frais;
}

function spass_widgets_garder(string $fichier, array $contenu, int $secondes): void {
	ecrire_fichier($fichier, json_encode(['contenu' => $contenu, 'jusque' => time() + $secondes]));
}

/** Returns the remaining waiting time of the page, in seconds. */
function spass_widgets_patience(float $passees = 0.0): float {
	static $reste = SPASS_WIDGETS_PATIENCE;
	$reste -= $passees;

	return $reste;
}

/** Returns the response of a URL, or null. Follows one redirect; hosts in the local network are refused. */
function spass_widgets_demander(string $url): ?string {
	include_spip('inc/distant');
	for ($sauts = 0; $sauts < 2 && spass_widgets_patience() > 0; $sauts++) {
		$debut = microtime(true);
		$adresse = function_exists('curl_init') && valider_url_distante($url) ? spass_widgets_destination($url) : null;
		[$statut, $corps, $suite] = $adresse === null ? [0, '', ''] : spass_widgets_telecharger($url, $adresse, spass_widgets_patience());
		spass_widgets_patience(microtime(true) - $debut);
		if ($statut === 200) {
			return $corps;
		}
		if ($statut < 300 || $statut > 399 || !$suite) {
			return null;
		}
		$url = $suite;
	}

	return null;
}

/**
 * Returns the address to connect to; null if it is refused, and an empty string if the host needs no check: that of the
 * site, one that the site declares, or any behind a proxy, which looks it up. `valider_url_distante` accepts names that it
 * cannot resolve, and curl would look up the others once more.
 */
function spass_widgets_destination(string $url): ?string {
	$hote = (string) parse_url($url, PHP_URL_HOST);
	$connus = pipeline('declarer_hosts_distants', [$GLOBALS['meta']['adresse_site'] ?? '', url_de_base()]);
	foreach ($connus as $connu) {
		if (strcasecmp((string) parse_url($connu, PHP_URL_HOST), $hote) === 0) {
			return '';
		}
	}

	return need_proxy($hote) ? '' : PublicHost::address($hote);
}

/**
 * Sends one request. `recuperer_url` is not suitable: it retries, and its waiting time is unlimited.
 *
 * @param string $adresse Address to connect to; empty for any.
 * @return array{0: int, 1: string, 2: string} Status, body, URL of the redirect.
 */
function spass_widgets_telecharger(string $url, string $adresse, float $secondes): array {
	$corps = '';
	$demande = curl_init($url);
	$proxy = need_proxy(parse_url($url, PHP_URL_HOST));
	curl_setopt_array($demande, [
		CURLOPT_HTTPHEADER => ['Accept: application/json'],
		CURLOPT_USERAGENT => _INC_DISTANT_USER_AGENT,
		CURLOPT_PROTOCOLS => CURLPROTO_HTTP | CURLPROTO_HTTPS,
		CURLOPT_PROXY => is_string($proxy) ? $proxy : '',
		CURLOPT_TIMEOUT_MS => max(1, (int) ($secondes * 1000)),
		CURLOPT_ENCODING => '',
		CURLOPT_WRITEFUNCTION => static function ($demande, $morceau) use (&$corps) {
			$corps .= $morceau;

			return strlen($corps) > SPASS_WIDGETS_OCTETS ? -1 : strlen($morceau);
		},
	]);
	if ($adresse !== '') {
		PublicHost::connect_to($demande, $adresse);
	}
	$complet = curl_exec($demande);
	$statut = $complet ? (int) curl_getinfo($demande, CURLINFO_RESPONSE_CODE) : 0;

	return [$statut, $corps, (string) curl_getinfo($demande, CURLINFO_REDIRECT_URL)];
}
