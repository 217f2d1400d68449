<?php
namespace Spass\WordPress;

defined( 'ABSPATH' ) || exit;

const POST_TYPE = 'spass_contribution';
const REFUSED   = 'spass-refused';

/** Name of the post's field with the record, as JSON. */
const RECORD = '_spass_record';

add_action( 'init', __NAMESPACE__ . '\register_contributions' );

/** Registers the post type. Contributions are shown by the API only: they have no page, feed or search result. */
function register_contributions(): void {
	if ( ! has_contributions() ) {
		return;
	}
	$capabilities = array(
		'edit_post'              => MODERATE,
		'read_post'              => MODERATE,
		'delete_post'            => MODERATE,
		'edit_posts'             => MODERATE,
		'edit_others_posts'      => MODERATE,
		'publish_posts'          => MODERATE,
		'read_private_posts'     => MODERATE,
		'delete_posts'           => MODERATE,
		'delete_others_posts'    => MODERATE,
		'delete_published_posts' => MODERATE,
		'delete_private_posts'   => MODERATE,
		'edit_published_posts'   => MODERATE,
		'edit_private_posts'     => MODERATE,
		'create_posts'           => 'do_not_allow',
	);
	register_post_type(
		POST_TYPE,
		array(
			'labels'              => array(
				'name'               => __( 'Contributions', 'spass-widgets' ),
				'singular_name'      => __( 'Contribution', 'spass-widgets' ),
				'edit_item'          => __( 'Contribution', 'spass-widgets' ),
				'search_items'       => __( 'Search contributions', 'spass-widgets' ),
				'not_found'          => __( 'No contributions.', 'spass-widgets' ),
				'not_found_in_trash' => __( 'No contributions.', 'spass-widgets' ),
			),
			'public'              => false,
			'show_ui'             => true,
			'show_in_rest'        => false,
			'exclude_from_search' => true,
			'can_export'          => false,
			'menu_icon'           => 'dashicons-location-alt',
			'supports'            => false,
			'capabilities'        => $capabilities,
			'map_meta_cap'        => false,
		)
	);
	$label = __( 'Refused', 'spass-widgets' );
	register_post_status(
		REFUSED,
		array(
			'label'                     => $label,
			'protected'                 => true,
			'show_in_admin_status_list' => true,
			'show_in_admin_all_list'    => true,
			'exclude_from_search'       => true,
			'label_count'               => array(
				'singular' => $label . ' <span class="count">(%s)</span>',
				'plural'   => $label . ' <span class="count">(%s)</span>',
				'context'  => null,
				'domain'   => 'spass-widgets',
			),
		)
	);
}

/** Returns the state of the API for a post's status. */
function state_of( string $status ): string {
	$states = array(
		'pending' => 'pending',
		'publish' => 'published',
	);
	return $states[ $status ] ?? 'refused';
}

/**
 * Publishes or refuses a contribution.
 *
 * @param string $state `published` or `refused`.
 */
function decide( int $post_id, string $state ): bool {
	if ( POST_TYPE !== get_post_type( $post_id ) ) {
		return false;
	}
	$post = array(
		'ID'          => $post_id,
		'post_status' => 'published' === $state ? 'publish' : REFUSED,
	);
	return ! is_wp_error( wp_update_post( $post, true ) );
}

/** Returns the attachments of a contribution, by id. */
function attachments( int $post_id ): array {
	return get_posts(
		array(
			'post_type'        => 'attachment',
			'post_status'      => 'any',
			'post_parent'      => $post_id,
			'posts_per_page'   => -1,
			'orderby'          => 'ID',
			'order'            => 'ASC',
			'fields'           => 'ids',
			'suppress_filters' => true,
		)
	);
}

/** Shows photographs in the media library as private until their contribution is published. */
add_action(
	'transition_post_status',
	static function ( $status, $before, $post ) {
		if ( POST_TYPE !== $post->post_type || $status === $before ) {
			return;
		}
		foreach ( attachments( $post->ID ) as $attachment ) {
			wp_update_post(
				array(
					'ID'          => $attachment,
					'post_status' => 'publish' === $status ? 'inherit' : 'private',
				)
			);
		}
	},
	10,
	3
);

/** Deletes photographs and fingerprint with their contribution, by whichever way it is deleted. */
add_action(
	'before_delete_post',
	static function ( $post_id ) {
		if ( POST_TYPE !== get_post_type( $post_id ) ) {
			return;
		}
		$files = array();
		foreach ( attachments( $post_id ) as $attachment ) {
			$files[] = basename( (string) get_attached_file( $attachment, true ) );
			wp_delete_attachment( $attachment, true );
		}
		mark_withdrawn( (int) $post_id, remaining_files( $files ) );
	}
);
