<?php
namespace Spass\WordPress;

use Spass\Contributions\Form;
use Spass\Contributions\Picture;

defined( 'ABSPATH' ) || exit;

const SETTINGS_PAGE = 'spass-widgets';

add_action(
	'admin_menu',
	static function () {
		add_options_page( 'S-PASS Widgets', 'S-PASS Widgets', 'manage_options', SETTINGS_PAGE, __NAMESPACE__ . '\settings_page' );
	}
);

add_action(
	'admin_init',
	static function () {
		register_setting( SETTINGS_PAGE, OPTION, array( 'sanitize_callback' => __NAMESPACE__ . '\sanitize_options' ) );
	}
);

/** Returns the fields of the page: type, label and explanation. */
function settings_fields_list(): array {
	return array(
		'controller' => array( 'text', __( 'Data controller', 'spass-widgets' ), __( 'Name of the municipality or organisation that is responsible for the contributions. It is shown above the form.', 'spass-widgets' ) ),
		'contact'    => array( 'text', __( 'Contact', 'spass-widgets' ), __( 'E-mail address or web address for requests about personal data.', 'spass-widgets' ) ),
		'policy'     => array( 'url', __( 'Privacy policy', 'spass-widgets' ), __( 'Address of the page with the privacy policy.', 'spass-widgets' ) ),
		'months'     => array( 'number', __( 'Retention, in months', 'spass-widgets' ), __( 'Older contributions are deleted every day with their photographs, whether published or not.', 'spass-widgets' ) ),
		'origins'    => array( 'textarea', __( 'Other sites that may send contributions', 'spass-widgets' ), __( 'One address per line, such as https://www.example.org; empty for this site only, * for all sites.', 'spass-widgets' ) ),
	);
}

/** Returns the reasons why this site cannot take contributions, as sentences. */
function obstacles(): array {
	$obstacles = array();
	if ( ! get_option( 'permalink_structure' ) ) {
		$obstacles[] = __( 'Contributions need permalinks: choose any structure other than “Plain” in Settings, Permalinks.', 'spass-widgets' );
	}
	if ( ! Picture::is_supported() ) {
		$obstacles[] = __( 'Contributions need the PHP extension GD, with which photographs lose their metadata: ask your host.', 'spass-widgets' );
	}
	if ( ! ini_get( 'file_uploads' ) ) {
		$obstacles[] = __( 'PHP accepts no files on this site: ask your host to switch on “file_uploads”.', 'spass-widgets' );
	}
	return $obstacles;
}

/**
 * Validates the settings. An incomplete form leaves contributions switched off.
 *
 * @param mixed $input Fields of the form.
 */
function sanitize_options( $input ): array {
	$input   = is_array( $input ) ? $input : array();
	$origins = $input['origins'] ?? '';
	// WordPress calls this twice when an option is stored for the first time.
	$origins = is_array( $origins ) ? implode( "\n", array_filter( $origins, 'is_string' ) ) : $origins;
	$input   = array_filter( $input, 'is_scalar' );
	$options = array(
		'enabled'    => ! empty( $input['enabled'] ),
		'controller' => sanitize_text_field( (string) ( $input['controller'] ?? '' ) ),
		'contact'    => sanitize_text_field( (string) ( $input['contact'] ?? '' ) ),
		'policy'     => esc_url_raw( (string) ( $input['policy'] ?? '' ), array( 'https', 'http' ) ),
		'months'     => (int) ( $input['months'] ?? 0 ),
		'origins'    => parse_origins( is_scalar( $origins ) ? (string) $origins : '' ),
	);
	$problems = $options['enabled'] ? obstacles() : array();
	if ( $options['months'] < 1 || $options['months'] > 120 ) {
		$problems[]        = __( 'The retention is a number of months from 1 to 120.', 'spass-widgets' );
		$options['months'] = DEFAULT_MONTHS;
	}
	if ( $options['enabled'] && ( '' === $options['controller'] || '' === $options['contact'] ) ) {
		$problems[] = __( 'Data controller and contact are needed: visitors have to know who receives what they send.', 'spass-widgets' );
	}
	if ( ! $problems && $options['enabled'] && ! create_tables() ) {
		$problems[] = __( 'The database did not create the tables: ask your host for the right CREATE.', 'spass-widgets' );
	}
	foreach ( $problems as $index => $problem ) {
		add_settings_error( OPTION, "spass-$index", $problem );
	}
	$options['enabled'] = $options['enabled'] && ! $problems;
	schedule( has_contributions() );
	return $options;
}

/** Returns the valid origins of a text with one per line; reports the others. */
function parse_origins( string $text ): array {
	$origins = array();
	foreach ( preg_split( '/\s+/', $text, -1, PREG_SPLIT_NO_EMPTY ) as $line ) {
		if ( '*' === $line || preg_match( '~^https?://[^\s/?#@]+/?\z~i', $line ) ) {
			$origins[] = strtolower( rtrim( $line, '/' ) );
		} else {
			/* translators: %s: what was written. */
			add_settings_error( OPTION, 'spass-origin', sprintf( __( 'This is no address of a site such as https://www.example.org and was left out: %s', 'spass-widgets' ), esc_html( $line ) ) );
		}
	}
	return array_values( array_unique( $origins ) );
}

function settings_page(): void {
	$options = contribution_options();
	echo '<div class="wrap"><h1>S-PASS Widgets</h1><form method="post" action="options.php">';
	settings_fields( SETTINGS_PAGE );
	echo '<h2>' . esc_html__( 'Contributions', 'spass-widgets' ) . '</h2><p>' . esc_html( __( 'Residents send ideas, places and photographs with the form [spass widget="contribute"]. This site stores them; they are public once you publish them in “Contributions”.', 'spass-widgets' ) ) . '</p>';
	foreach ( obstacles() as $obstacle ) {
		echo '<div class="notice notice-warning inline"><p>' . esc_html( $obstacle ) . '</p></div>';
	}
	/* translators: %s: size in megabytes. */
	$size = sprintf( __( 'PHP accepts photographs of up to %s MB on this site.', 'spass-widgets' ), floor( Form::max_photo_size() / 1e6 ) );
	echo '<table class="form-table" role="presentation"><tr><th scope="row">' . esc_html( __( 'Contributions', 'spass-widgets' ) ) . '</th><td><label><input type="checkbox" name="' . esc_attr( OPTION ) . '[enabled]" value="1"' . checked( $options['enabled'], true, false ) . '> ' . esc_html( __( 'Take contributions on this site', 'spass-widgets' ) ) . '</label><p class="description">' . esc_html( $size ) . '</p></td></tr>';
	foreach ( settings_fields_list() as $name => list( $type, $label, $help ) ) {
		$value = 'origins' === $name ? implode( "\n", $options['origins'] ) : (string) $options[ $name ];
		echo '<tr><th scope="row"><label for="' . esc_attr( "spass-$name" ) . '">' . esc_html( $label ) . '</label></th><td>';
		settings_control( $type, $name, 'policy' === $name && '' === $value ? get_privacy_policy_url() : $value );
		echo '<p class="description" id="' . esc_attr( "spass-$name-help" ) . '">' . esc_html( $help ) . '</p></td></tr>';
	}
	echo '</table>';
	submit_button();
	echo '</form></div>';
}

function settings_control( string $type, string $name, string $value ): void {
	$attributes = sprintf( ' id="%1$s" name="%2$s" aria-describedby="%1$s-help"', esc_attr( "spass-$name" ), esc_attr( OPTION . "[$name]" ) );
	if ( 'textarea' === $type ) {
		echo "<textarea$attributes rows=\"3\" class=\"regular-text code\">" . esc_textarea( $value ) . '</textarea>'; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
		return;
	}
	$range = 'number' === $type ? ' min="1" max="120" class="small-text"' : ' class="regular-text"';
	echo "<input$attributes$range type=\"" . esc_attr( $type ) . '" value="' . esc_attr( $value ) . '">'; // phpcs:ignore WordPress.Security.EscapeOutput -- escaped above.
}

add_filter(
	'plugin_action_links_' . plugin_basename( FILE ),
	static function ( $links ) {
		$url = admin_url( 'options-general.php?page=' . SETTINGS_PAGE );
		return array_merge( array( '<a href="' . esc_url( $url ) . '">' . esc_html( __( 'Settings', 'spass-widgets' ) ) . '</a>' ), $links );
	}
);
