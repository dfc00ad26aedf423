import Documents
import Importing
import Manuscripts
import OfficeFiles
import Papers
import Testing

struct FactReaderTests {}
