<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'spass_widgets_description' => 'Portale, Ressourcen, Projekte und Programme von S-PASS Territoires in Ihren Artikeln, mit einem Modell: <code><spass|widget=resource-list|api=https://…></code>. Lesbar ohne JavaScript; keine Cookies, kein Tracking.',
	'spass_widgets_slogan' => 'Die Portale von S-PASS Territoires in Ihren Artikeln',
];
