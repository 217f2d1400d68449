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
