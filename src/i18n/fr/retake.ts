/** Messages of a photograph that continues a series. */
export const retake = {
  retakeTitle: 'Reprendre la même vue',
  retakeLast: (date: string) => `Dernière image de la série : ${date}.`,
  retakeHint:
    'Placez-vous au même endroit, et cadrez comme sur cette image. Le lieu et la direction de la série sont joints à votre photographie, sauf si vous en indiquez d’autres.',
  retakeWithoutPicture:
    'La dernière image de la série n’est pas disponible pour le moment : vous pouvez envoyer votre photographie sans elle.',
  openCamera: 'Ouvrir l’appareil photo',
  cameraView: 'Vue de l’appareil photo, avec la dernière image en transparence',
  cameraRefused:
    'L’appareil photo n’est pas accessible. Choisissez ou prenez une photographie ci-dessous.',
  ghostOpacity: 'Opacité de la dernière image',
  takePhoto: 'Prendre la photographie',
  closeCamera: 'Fermer l’appareil photo',
  direction: 'Direction de la prise de vue',
  directionUnknown: 'Non précisée',
  facingNorth: 'Nord',
  facingNorthEast: 'Nord-est',
  facingEast: 'Est',
  facingSouthEast: 'Sud-est',
  facingSouth: 'Sud',
  facingSouthWest: 'Sud-ouest',
  facingWest: 'Ouest',
  facingNorthWest: 'Nord-ouest',
};
