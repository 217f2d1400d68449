<?php

if (!defined('_ECRIRE_INC_VERSION')) {
	return;
}

return [
	'spass_widgets_description' => 'Portails, ressources, projets et programmes de S-PASS Territoires dans vos articles, par un modèle : <code><spass|widget=resource-list|api=https://…></code>. Lisible sans JavaScript ; ni cookie, ni suivi.',
	'spass_widgets_slogan' => 'Les portails S-PASS Territoires dans vos articles',
];
