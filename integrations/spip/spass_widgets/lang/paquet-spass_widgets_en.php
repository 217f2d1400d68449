<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'spass_widgets_description' => 'Portals, resources, projects and programmes of S-PASS Territoires in your articles, by a model: <code><spass|widget=resource-list|api=https://…></code>. Readable without JavaScript; no cookie, no tracking.',
	'spass_widgets_slogan' => 'The portals of S-PASS Territoires in your articles',
];
