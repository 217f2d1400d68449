<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

use Spass\Answer;
use Spass\Question;

/** Combien de secondes une page attend toutes ses API ensemble. */
const SPASS_WIDGETS_PATIENCE = 5.0;

/** Une réponse vaut dix minutes ; un échec n'est pas redemandé avant une. */
const SPASS_WIDGETS_FRAIS = 600;
const SPASS_WIDGETS_ECHEC = 60;

/** Une réponse plus grande n'est pas lue. */
const SPASS_WIDGETS_OCTETS = 4194304;

/** Ce qui répond à une question : gardé dans le cache de SPIP, ou frais. N'échoue jamais : au pire il n'y a rien. */
function spass_widgets_entrees(Question $question, string $langue): array {
	$fichier = sous_repertoire(_DIR_CACHE, 'spass') . md5($question->key() . $langue) . '.json';
	$garde = is_readable($fichier) ? json_decode((string) file_get_contents($fichier), true) : null;
	$entrees = $garde['entrees'] ?? [];
	if (($garde['jusque'] ?? 0) > time() || spass_widgets_patience() <= 0) {
		return $entrees;
	}
	// Qui vient entre-temps prend ce qu'il y a, au lieu d'attendre aussi.
	spass_widgets_garder($fichier, $entrees, SPASS_WIDGETS_ECHEC);
	$json = spass_widgets_demander($question->url);
	$fraiches = $json === null ? null : Answer::entries($json, $question, $langue);
	if ($fraiches === null) {
		return $entrees;
	}
	spass_widgets_garder($fichier, $fraiches, SPASS_WIDGETS_FRAIS);

	return $fraiches;
}

function spass_widgets_garder(string $fichier, array $entrees, int $secondes): void {
	ecrire_fichier($fichier, json_encode(['entrees' => $entrees, 'jusque' => time() + $secondes]));
}

/** Combien de secondes cette page peut encore attendre. */
function spass_widgets_patience(float $passees = 0.0): float {
	static $reste = SPASS_WIDGETS_PATIENCE;
	$reste -= $passees;

	return $reste;
}

/** Ce que répond une adresse, ou null. Elle peut renvoyer à une autre ; aucune n'est prise si elle est du réseau local. */
function spass_widgets_demander(string $url): ?string {
	include_spip('inc/distant');
	for ($sauts = 0; $sauts < 2 && spass_widgets_patience() > 0; $sauts++) {
		if (!function_exists('curl_init') || !valider_url_distante($url)) {
			return null;
		}
		$debut = microtime(true);
		[$statut, $corps, $suite] = spass_widgets_telecharger($url, spass_widgets_patience());
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
 * Un aller et retour. `recuperer_url` ne convient pas : il réessaie, et n'a pas de limite à ce qu'il attend.
 *
 * @return array{0: int, 1: string, 2: string} Statut, corps, adresse où l'on est renvoyé
 */
function spass_widgets_telecharger(string $url, float $secondes): array {
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
	$complet = curl_exec($demande);
	$statut = $complet ? (int) curl_getinfo($demande, CURLINFO_RESPONSE_CODE) : 0;

	return [$statut, $corps, (string) curl_getinfo($demande, CURLINFO_REDIRECT_URL)];
}
