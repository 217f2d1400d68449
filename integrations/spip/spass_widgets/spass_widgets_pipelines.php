<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

/** Adds the script, once, to pages that contain a widget. */
function spass_widgets_affichage_final(string $page): string {
	if (empty($GLOBALS['html']) || !preg_match('/<spass-[a-z]|\sdata-spass=/', $page)) {
		return $page;
	}
	$fin = stripos($page, '</head>');
	if ($fin === false || preg_match('/<script[^>]+spass-widgets[^>]*\.js/i', $page)) {
		return $page;
	}
	include_spip('spass_widgets_fonctions');

	return substr_replace($page, spass_widgets_balises(), $fin, 0);
}

/** Returns the tags of the script and its style sheet, with integrity hashes. */
function spass_widgets_balises(): string {
	$catalogue = spass_widgets_catalogue();
	$attributs = static function (string $adresse, string $fichier) use ($catalogue): string {
		// Absolute, since pages whose URL contains folders do not always have a <base>.
		$url = attribut_html(url_de_base() . _DIR_PLUGIN_SPASS_WIDGETS . "cdn/$fichier");

		return "$adresse=\"$url\" integrity=\"" . $catalogue->integrity($fichier) . '" crossorigin="anonymous"';
	};

	return '<link rel="stylesheet" ' . $attributs('href', 'spass-widgets.css') . ">\n"
		. '<script defer ' . $attributs('src', 'spass-widgets.js') . "></script>\n";
}

/** Lists the contributions to moderate on the first page of the private area. */
function spass_widgets_accueil_encours(string $texte): string {
	include_spip('inc/autoriser');
	if (!autoriser('voir', '_spass_contributions')) {
		return $texte;
	}

	return $texte . recuperer_fond(
		'prive/objets/liste/spass_contributions',
		['titre' => _T('spass_widgets:titre_a_moderer'), 'statut' => 'prop', 'pagine' => 'prop'],
		['ajax' => true]
	);
}

/** Deletes contributions once a day, after their retention period. */
function spass_widgets_taches_generales_cron(array $taches): array {
	$taches['spass_widgets_conservation'] = 86400;

	return $taches;
}

/** A change of state moves the row inside the file of SQLite: its former place is overwritten, as at a deletion. */
function spass_widgets_pre_edition(array $flux): array {
	if (($flux['args']['table'] ?? '') === 'spip_spass_contributions') {
		include_spip('inc/spass_contributions');
		spass_contributions_effacement_sur();
	}

	return $flux;
}
