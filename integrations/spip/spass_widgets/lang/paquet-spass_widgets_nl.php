<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'spass_widgets_description' => 'Portalen, bronnen, projecten en programma’s van S-PASS Territoires in uw artikelen, met een model: <code><spass|widget=resource-list|api=https://…></code>. Leesbaar zonder JavaScript; geen cookies, geen tracking.',
	'spass_widgets_slogan' => 'De portalen van S-PASS Territoires in uw artikelen',
];
