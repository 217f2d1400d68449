<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

// `spip.php/spass_widgets.api/…` is the address of the API where URLs are not rewritten; SPIP's `.htaccess` maps the
// shorter `spass_widgets.api/…` to the same action.
if (preg_match('~^/spass_widgets\.api/(.*)$~', (string) ($_SERVER['PATH_INFO'] ?? ''), $spass_widgets_chemin)) {
	$_GET['action'] = 'api_spass_widgets';
	$_GET['arg'] = $spass_widgets_chemin[1];
}
unset($spass_widgets_chemin);

// SPIP reads parameters of its own, such as `page`, `lang` and `redirect`, before it calls an action, and fails if they
// are lists. Those of the API are put aside until then.
if (($_GET['action'] ?? '') === 'api_spass_widgets') {
	$GLOBALS['spass_widgets_requete'] = [$_GET, $_POST];
	$_GET = ['action' => 'api_spass_widgets'];
	$_POST = [];
}
