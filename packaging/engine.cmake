# This file is read by the build of llama-cpp-python for the bundle, after its first project().

# The package turns it on against the wish of whoever builds it, for parts that the bundle does not have.
set(LLAMA_BUILD_COMMON OFF)
# The variants lie beside ggml; the others say so themselves.
set(CMAKE_INSTALL_RPATH "$ORIGIN")
# No name of this machine's folders gets into the result, so that two builds are alike.
set(CMAKE_BUILD_RPATH_USE_ORIGIN ON)
if(NOT MSVC)
    add_compile_options("-ffile-prefix-map=${CMAKE_SOURCE_DIR}=." "-ffile-prefix-map=${CMAKE_BINARY_DIR}=.")
endif()
