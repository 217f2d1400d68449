<?php
// A type of content that is the site's own, as a theme or an extension adds one.
add_action('init', function () {
    register_post_type('demarche', ['public' => true, 'show_in_rest' => true, 'label' => 'Démarches']);
});
