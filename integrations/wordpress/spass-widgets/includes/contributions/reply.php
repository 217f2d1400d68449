<?php
// The team's reply to a contribution, written on its page in the admin.
namespace Spass\WordPress;

use Spass\Contributions\Contract;
use Spass\Contributions\Entry;
use Spass\Contributions\Text;
use Spass\Contributions\Validation;

defined( 'ABSPATH' ) || exit;

/** Id of the field, and of its form. */
const REPLY_FIELD = 'spass-reply';

/** Shows the field of the reply. Its form is in the footer of the page: this place is inside another form. */
function show_reply_field( Entry $entry ): void {
	list( $reply ) = Text::pick( $entry->record['reply'] ?? null, 'fr' );
	$form          = REPLY_FIELD . '-form';
	$help          = REPLY_FIELD . '-help';
	echo '<p><label for="' . esc_attr( REPLY_FIELD ) . '"><strong>' . esc_html( __( 'Reply', 'spass-widgets' ) ) . '</strong></label></p>'
		. '<p id="' . esc_attr( $help ) . '">' . esc_html( __( 'It is shown with the contribution and on the receipt of its author. Empty the field to remove it.', 'spass-widgets' ) ) . '</p>'
		. '<p><textarea id="' . esc_attr( REPLY_FIELD ) . '" name="reply" rows="4" class="large-text" form="' . esc_attr( $form ) . '" aria-describedby="' . esc_attr( $help ) . '" maxlength="' . (int) Contract::limit( 'reply' ) . '">' . esc_textarea( $reply ) . '</textarea></p>'
		. '<p><button class="button" form="' . esc_attr( $form ) . '">' . esc_html( __( 'Save the reply', 'spass-widgets' ) ) . '</button></p>';
}

add_action(
	'admin_footer-post.php',
	static function () {
		$post = get_post();
		if ( $post && POST_TYPE === $post->post_type ) {
			echo '<form id="' . esc_attr( REPLY_FIELD . '-form' ) . '" method="post" action="' . esc_url( admin_url( 'admin-post.php' ) ) . '"><input type="hidden" name="action" value="spass_reply"><input type="hidden" name="post" value="' . (int) $post->ID . '">';
			wp_nonce_field( "spass_reply_$post->ID", '_wpnonce', false );
			echo '</form>';
		}
	}
);

add_action(
	'admin_post_spass_reply',
	static function () {
		$post_id = isset( $_POST['post'] ) && is_scalar( $_POST['post'] ) ? (int) $_POST['post'] : 0;
		check_admin_referer( "spass_reply_$post_id" );
		if ( ! current_user_can( MODERATE ) ) {
			wp_die( esc_html( __( 'You may not decide about contributions.', 'spass-widgets' ) ), '', array( 'response' => 403 ) );
		}
		// phpcs:ignore WordPress.Security.ValidatedSanitizedInput -- kept as it is written, and escaped where it is shown.
		$reply = Validation::parse_reply( wp_unslash( $_POST['reply'] ?? '' ) );
		if ( null === $reply ) {
			/* translators: %d: number of characters. */
			wp_die( esc_html( sprintf( __( 'A reply has at most %d characters.', 'spass-widgets' ), Contract::limit( 'reply' ) ) ), '', array( 'response' => 422, 'back_link' => true ) );
		}
		$is_stored = set_reply( $post_id, $reply );
		wp_safe_redirect( $is_stored ? add_query_arg( 'spass_reply', 1, get_edit_post_link( $post_id, 'url' ) ) : list_url() );
		exit;
	}
);

add_action(
	'admin_notices',
	static function () {
		// phpcs:ignore WordPress.Security.NonceVerification -- nothing is changed.
		if ( isset( $_GET['spass_reply'] ) && POST_TYPE === ( get_current_screen()->post_type ?? '' ) ) {
			echo '<div class="notice notice-success is-dismissible" role="status"><p>' . esc_html( __( 'The reply is saved.', 'spass-widgets' ) ) . '</p></div>';
		}
	}
);
