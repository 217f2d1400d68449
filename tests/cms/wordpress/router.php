<?php
require __DIR__ . '/config.php';
require ABSPATH . 'wp-settings.php';
wp();
http_response_code(404);
