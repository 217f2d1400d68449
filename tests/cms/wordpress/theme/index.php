<?php // As small as a theme can be: what a page is made of, and nothing else. ?>
<!doctype html>
<html <?php language_attributes(); ?>>
<head><meta charset="<?php bloginfo('charset'); ?>"><title><?php wp_title(); ?></title><?php wp_head(); ?></head>
<body <?php body_class(); ?>><?php wp_body_open(); ?>
<main><?php while (have_posts()) { the_post(); ?><h1><?php the_title(); ?></h1><?php the_content(); } ?></main>
<?php wp_footer(); ?></body>
</html>
